import type { Ledger } from '../budget/ledger';
import { tokenBound } from '../budget/request-tokens';
import { failureOf } from '../errors/call-failure';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';

/**
 * Books every request on a ledger: a place at its most before it is sent, the true use when its answer is there.
 * Belongs inside `retry`, so that every attempt is booked, and around `timeout`, so that what is given up stays booked.
 *
 * Calls fail with `BUDGET_EXCEEDED`, before anything is sent.
 *
 * @throws SynthError `PRICE_UNKNOWN` for a cap in USD and a model without a price
 */
export function budget(ledger: Ledger): Middleware {
  return (model) => {
    ledger.admit(model);
    return wrapModel(model, async ({ request, context, key, next }) => {
      const { purpose = 'general', signal } = context;
      const tokens = tokenBound(request);
      const place = await ledger.reserve({ model, purpose, key: key(), tokens }, signal);
      try {
        const answer = await next();
        place.settle(answer.usage);
        return answer;
      } catch (error) {
        const { outcome, usage } = failureOf(error);
        if (outcome === 'answered' && usage !== undefined) place.settle(usage);
        else if (outcome === 'refused') place.refuse();
        else if (outcome === 'not-sent') place.cancel();
        else place.giveUp();
        throw error;
      }
    });
  };
}
