import { scriptedModel } from '../testing';
import { generateText } from './generate-text';

describe('generateText', () => {
  it('asks with the messages and settings given, and no others', async () => {
    const model = scriptedModel('Hello.');
    const answer = await generateText({
      model,
      system: 'Be short.',
      prompt: 'Greet.',
      temperature: 0,
      purpose: 'greetings',
    });
    expect(answer).toMatchObject({ text: 'Hello.', finish: 'stop', offline: false, cached: false });
    expect(model.calls[0]).toEqual({
      request: {
        messages: [
          { role: 'system', text: 'Be short.' },
          { role: 'user', text: 'Greet.' },
        ],
        maxOutputTokens: 1024,
        temperature: 0,
      },
      context: { purpose: 'greetings' },
    });
  });

  it('gives a cut text as it is, and says so', async () => {
    const model = scriptedModel({ text: 'Hel', finish: 'length' });
    expect((await generateText({ model, prompt: 'x' })).finish).toBe('length');
  });

  it('raises PROMPT_BLOCKED with the reason', async () => {
    const model = scriptedModel({ finish: 'blocked', finishDetail: 'SAFETY' });
    await expect(generateText({ model, prompt: 'x' })).rejects.toMatchObject({
      code: 'PROMPT_BLOCKED',
      message: 'scripted/script declined to answer this prompt (SAFETY)',
    });
  });

  it('takes exactly one of prompt and messages', async () => {
    const model = scriptedModel('x');
    const messages = [{ role: 'user', text: 'x' }] as const;
    for (const options of [{ model }, { model, prompt: 'x', messages }]) {
      await expect(generateText(options)).rejects.toMatchObject({ code: 'CONFIG_INVALID', field: 'prompt' });
    }
    expect(model.calls).toHaveLength(0);
  });
});
