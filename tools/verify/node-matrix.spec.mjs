import { differences, engineScripts } from './node-matrix.mjs';

describe('differences', () => {
  it('finds none between equal outputs', () => {
    expect(differences({ 'Node 20': 'a\nb', 'Node 22': 'a\nb', 'Node 24': 'a\nb' })).toEqual([]);
  });

  it('names the first line that differs, and the Node', () => {
    expect(differences({ 'Node 20': 'a\nb\nc', 'Node 22': 'a\nb\nc', 'Node 24': 'a\nx\ny' })).toEqual([
      'line 2 is "x" on Node 24, "b" on Node 20',
    ]);
  });

  it('sees a line too many or too few', () => {
    expect(differences({ one: 'a', two: 'a\nb' })).toHaveLength(1);
    expect(differences({ one: 'a\nb', two: 'a' })).toHaveLength(1);
  });
});

describe('engineScripts', () => {
  it('finds those of the workspace', () => {
    expect(engineScripts()).toContain('tools/verify/engines/cli-bytes.mjs');
  });
});
