import { redactSecrets } from './redact';

describe('redactSecrets', () => {
  it('masks the forms of keys, tokens and credentials', () => {
    for (const [text, clean] of [
      ['bad key sk-proj-abc_123-XYZ789!', 'bad key [redacted]!'],
      ['AIzaSyD-1234567890abc in use', '[redacted] in use'],
      ['Authorization: Bearer abcdef123456', 'Authorization: Bearer [redacted]'],
      [`at https://me:${'pass'}@host/v1`, 'at https://[redacted]@host/v1'],
      ['GET /v1?key=abc123&x=1', 'GET /v1?key=[redacted]&x=1'],
      ['nothing here', 'nothing here'],
    ]) {
      expect(redactSecrets(text!)).toBe(clean);
    }
  });

  it('masks given secrets of any form, wherever they stand', () => {
    expect(redactSecrets('xtopx top', ['top', ''])).toBe('x[redacted]x [redacted]');
  });
});
