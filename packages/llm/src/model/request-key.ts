import { canonicalJson, digest, sha256Hex } from '@synth/core';
import type { AnyModel } from './any-model';
import type { ModelRequest } from './model';

const modelDigests = new WeakMap<AnyModel, string>();

function modelDigest(model: AnyModel): string {
  const known = modelDigests.get(model);
  if (known !== undefined) return known;
  const { specification, kind, provider, endpoint, fingerprint } = model;
  const made = digest({ specification, kind, provider, model: model.model, endpoint, fingerprint });
  modelDigests.set(model, made);
  return made;
}

/**
 * The key of a request to a model: 64 hexadecimal digits over everything that can change the answer (model, address,
 * messages, schema, settings, task). Nothing secret enters it, and no wrapper changes it.
 */
export function requestKey(model: AnyModel, request: ModelRequest): string {
  return sha256Hex(modelDigest(model) + canonicalJson(request));
}
