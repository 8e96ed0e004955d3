import { generateText } from '../generate/generate-text';
import { scriptedModel, virtualClock } from '../testing';
import { concurrency } from './concurrency';

function counting() {
  const clock = virtualClock(0);
  const state = { under: 0, most: 0, order: [] as string[] };
  const model = scriptedModel(async ({ messages }) => {
    state.most = Math.max(state.most, ++state.under);
    state.order.push(messages[0]!.text);
    await clock.sleep(10);
    state.under--;
    if (messages[0]!.text === '3') throw new Error('three');
    return 'ok';
  });
  return { model, state };
}

describe('concurrency', () => {
  it('never has more calls under way than its places, in order, through failures', async () => {
    const { model, state } = counting();
    const limited = concurrency({ max: 3 })(model);
    const prompts = Array.from({ length: 20 }, (_, i) => String(i));
    const outcomes = await Promise.allSettled(
      prompts.map((prompt) => generateText({ model: limited, prompt })),
    );
    expect(state.most).toBe(3);
    expect(state.order).toEqual(prompts);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('is shared by the models that one middleware wraps', async () => {
    const { model, state } = counting();
    const limit = concurrency({ max: 2 });
    const [a, b] = [limit(model), limit(model)];
    await Promise.all([a, b, a, b, a].map((one, i) => generateText({ model: one, prompt: `p${i}` })));
    expect(state.most).toBe(2);
  });

  it('lets a caller that aborts out of the queue, and the next one in', async () => {
    const { model, state } = counting();
    const limited = concurrency({ max: 1 })(model);
    const controller = new AbortController();
    const first = generateText({ model: limited, prompt: 'a' });
    const second = generateText({ model: limited, prompt: 'b', signal: controller.signal });
    const third = generateText({ model: limited, prompt: 'c' });
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'CALL_ABORTED', value: { outcome: 'not-sent' } });
    await Promise.all([first, third]);
    expect(state.order).toEqual(['a', 'c']);
  });
});
