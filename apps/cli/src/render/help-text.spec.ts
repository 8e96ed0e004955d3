import { fakeOutput } from '../../test/fixtures/fake-context';
import { helpText } from './help-text';

it('aligns descriptions, wraps them, and leaves out empty groups', () => {
  const page = {
    usage: 'synth simulate plays [options]',
    summary: 'who played what',
    groups: [
      {
        title: 'data',
        options: [
          { name: 'users', value: 'N', description: 'how many users there are', default: '5' },
          { name: 'a-rather-long-option-name', value: 'KEY=VALUE,...', description: 'what is planted' },
        ],
      },
      { title: 'none', options: [] },
    ],
    notes: ['example:  synth simulate plays --users 9'],
  };
  expect(helpText(page, fakeOutput({ columns: 50 }))).toBe(
    [
      'synth simulate plays [options]',
      'who played what',
      '',
      'data',
      '  --users N                 how many users there',
      '                            are (5)',
      '  --a-rather-long-option-name KEY=VALUE,...',
      '                            what is planted',
      '',
      'example:  synth simulate plays --users 9',
      '',
    ].join('\n'),
  );
});
