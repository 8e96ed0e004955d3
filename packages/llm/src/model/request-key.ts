import { digest, sha256Hex } from '@synth/core';
import type { AnyModel } from './any-model';
import type { ModelRequest } from './model';

const requestDigests = new WeakMap<ModelRequest, string>();
const modelDigests = new WeakMap<AnyModel, string>();

function memoised<Key extends object>(memo: WeakMap<Key, string>, key: Key, make: () => string): string {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  return made;
}

/**
 * The key of a request to a model: 64 hexadecimal digits over everything that can change the answer (model, address,
 * messages, schema, settings, task). Nothing secret enters it, and no wrapper changes it. Requests are not altered
 * after their first use: the digest is kept.
 */
export function requestKey(model: AnyModel, request: ModelRequest): string {
  const of = memoised(modelDigests, model, () => {
    const { specification, kind, provider, endpoint, fingerprint } = model;
    return digest({ specification, kind, provider, model: model.model, endpoint, fingerprint });
  });
  const what = memoised(requestDigests, request, () => digest(request));
  return sha256Hex(of + what);
}
