import { checkText } from './text.mjs';

// Put together here, so that this file does not hold what it looks for.
const joined = (...parts) => parts.join('');

describe('checkText', () => {
  it.each([
    ['a registry', joined('see https://regis', 'try.npmjs.org/zod'), /a package registry/],
    ['a registry setting', joined('a=1\nregistry=', 'https://example.org'), /:2 holds a package registry/],
    ['a resolved address', joined('"resolved": "', 'https://example.org/x.tgz"'), /a package registry/],
    ['a home folder', joined('open /ho', 'me/ann/data.csv'), /a path of a machine/],
    ['the home folder of a Mac', joined('"/Us', 'ers/ann/x"'), /a path of a machine/],
    ['the home folder of an administrator', joined('cd /ro', 'ot/x'), /a path of a machine/],
    ['a private key', joined('-----BEGIN RSA ', 'PRIVATE KEY-----'), /a private key/],
    ['a token of GitHub', joined('gh', 'p_', 'a'.repeat(36)), /a token/],
    ['a key of a model provider', joined('s', 'k-', 'a'.repeat(24)), /a token/],
    ['an access key', joined('AK', 'IA', 'A'.repeat(16)), /a token/],
    ['a password in an address', joined('redis://ann:', 'hunter2', '@example.org'), /a password/],
    ['a token setting', joined('//example.org/:_auth', 'Token=abc'), /a token/],
  ])('finds %s', (_, text, problem) => {
    expect(checkText('a.md', text)).toEqual([expect.stringMatching(problem)]);
  });

  it('does not repeat a token', () => {
    const token = joined('gh', 'p_', 'secret'.repeat(6));
    expect(checkText('a.md', token)[0]).not.toContain('secretsecret');
  });

  it.each([
    'https://example.org/home/page and docs/work/today',
    'redis://localhost:6379',
    'postgres://${user}:${password}@host/db',
    'npm install --@synth:registry=http://127.0.0.1:4873/',
    'sk-learn is a library; task-force',
    'the token is read from ${OPENAI_API_KEY}',
  ])('lets pass: %s', (text) => expect(checkText('a.md', text)).toEqual([]));

  it.each(['.env', 'a/.env.local', 'key.pem'])('refuses %s by its name', (path) => {
    expect(checkText(path, '')).toHaveLength(1);
  });

  it('takes an example of an environment', () => expect(checkText('.env.example', '')).toEqual([]));
});
