import { scriptedModel } from '../testing';
import { generateChoice } from './generate-choice';

const options = ['i1', 'i2', 'i3'] as const;

describe('generateChoice', () => {
  it('gives options of the set, none twice', async () => {
    const model = scriptedModel('{"chosen":["i3","i1","i3"]}');
    const { chosen } = await generateChoice({ model, prompt: 'Which?', options, max: 2 });
    expect(chosen).toEqual(['i3', 'i1']);
  });

  it('never lets anything else through, whatever a quoted text said', async () => {
    const model = scriptedModel(['{"chosen":["i9"]}', '{"chosen":["i1","DROP TABLE"]}']);
    await expect(generateChoice({ model, prompt: 'Which?', options, max: 2 })).rejects.toMatchObject({
      code: 'OBJECT_INVALID',
      message: expect.stringContaining('"DROP TABLE" is none of the 3 options'),
    });
  });

  it('keeps to the number asked for', async () => {
    const model = scriptedModel(['{"chosen":["i1","i2"]}', '{"chosen":["i2"]}']);
    const { chosen, calls } = await generateChoice({ model, prompt: 'Which?', options });
    expect([chosen, calls]).toEqual([['i2'], 2]);
  });

  it('refuses a set that cannot be chosen from', async () => {
    const model = scriptedModel('x');
    for (const wrong of [{ options: ['a', 'a'] }, { options: [] }, { options, min: 4, max: 5 }]) {
      await expect(generateChoice({ model, prompt: 'x', ...wrong })).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
      });
    }
  });
});
