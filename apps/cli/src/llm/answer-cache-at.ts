import { fileStore } from '@synth/io/file-store';
import type { AnswerCache } from '@synth/llm';
import { answerCache } from '@synth/llm';
import type { Context } from '../context';

/** Where commands keep answers of language models, unless they are told otherwise. */
export const defaultCacheFolder = '.synth/llm-cache';

/** The cache of a folder; the folder is made by the first answer. */
export const answerCacheAt = (folder: string, { clock }: Pick<Context, 'clock'>): AnswerCache =>
  answerCache({ store: fileStore({ folder }), clock });
