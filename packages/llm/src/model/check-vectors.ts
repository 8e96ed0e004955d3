import { callError } from '../errors/call-failure';
import type { EmbeddingAnswer, EmbeddingRequest } from './embedding-model';

/**
 * The answer, if it has one finite vector of the asked dimension for each text.
 *
 * @throws SynthError `EMBEDDING_INVALID`
 */
export function checkVectors(request: EmbeddingRequest, answer: EmbeddingAnswer): EmbeddingAnswer {
  const { texts, dimensions } = request;
  const { vectors, provider, model, usage } = answer;
  const fail = (what: string, remedy: string): never => {
    const failure = { retryable: false, outcome: 'answered', usage } as const;
    throw callError('EMBEDDING_INVALID', `${provider}/${model}: ${what}`, failure, remedy);
  };
  if (vectors.length !== texts.length) {
    fail(`${vectors.length} vectors for ${texts.length} texts`, 'ask again, or with fewer texts a call');
  }
  vectors.forEach((vector, i) => {
    if (vector.length !== dimensions) {
      fail(
        `vector ${i} has ${vector.length} numbers where ${dimensions} were asked`,
        'ask for a dimension that the model has',
      );
    }
    if (!vector.every(Number.isFinite)) fail(`vector ${i} holds a number that is not finite`, 'ask again');
  });
  return answer;
}
