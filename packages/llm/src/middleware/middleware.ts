import type { AnyModel } from '../model/any-model';
import type { CallContext, ModelAnswer, ModelRequest } from '../model/model';
import { requestKey } from '../model/request-key';

/** Wraps a model: the result has the same kind, name and limits. */
export type Middleware = <M extends AnyModel>(model: M) => M;

/** A call on its way to a model. */
export interface Call {
  /** The wrapped model. */
  readonly model: AnyModel;
  readonly request: ModelRequest;
  readonly context: CallContext;
  /** The request's key: made once, whatever number of wrappers asks. */
  key(): string;
  /** Passes the call on, with another context where one is given. */
  next(context?: CallContext): Promise<ModelAnswer>;
}

/** What a middleware does around a call. The answer must be of the model's kind: pass on what `next` gave. */
export type Around = (call: Call) => Promise<ModelAnswer>;

/**
 * A model whose calls go through `around`. Works for every kind of model: what middleware needs of requests and
 * answers (their digest, their usage) is the same in each.
 *
 * @param changes data of the model that the wrapper changes: `priceFactor`, `batch`
 */
export function wrapModel<M extends AnyModel>(model: M, around: Around, changes: Partial<M> = {}): M {
  type Send = (request: ModelRequest, context: CallContext) => Promise<ModelAnswer>;
  const send = model.doCall.bind(model) as Send;
  const doCall: Send = (request, context) => {
    let { key } = context;
    return around({
      model,
      request,
      context,
      key: () => (key ??= requestKey(model, request)),
      next: (other = context) =>
        send(request, key === undefined || other.key === key ? other : { ...other, key }),
    });
  };
  return { ...model, ...changes, doCall };
}

/**
 * The model behind several middleware, the first of them outermost.
 *
 * @example
 * ```ts
 * const model = withMiddleware(offlineModel(), [concurrency({ max: 4 }), timeout({ ms: 60_000 })]);
 * model.name; // => 'offline/templates'
 * ```
 */
export function withMiddleware<M extends AnyModel>(model: M, middleware: readonly Middleware[]): M {
  return middleware.reduceRight((inner, wrap) => wrap(inner), model);
}
