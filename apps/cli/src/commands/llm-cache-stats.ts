import { documentedCommand } from '../documented-command';
import { exitCode } from '../exit-code';
import { answerCacheAt, defaultCacheFolder } from '../llm/answer-cache-at';
import { noArguments } from '../options/no-arguments';
import { bytesText, countText } from '../render/numbers';

const summary = 'what a cache of answers holds, and how often it served';
const usage = 'synth llm cache stats [DIR]';
const notes = [`DIR is ${defaultCacheFolder} unless it is given.`];

/** `synth llm cache stats [DIR]`: entries, bytes, hits and misses. */
export const llmCacheStats = documentedCommand(
  { summary, usage, notes },
  async ({ values, positionals }, context) => {
    const [dir = defaultCacheFolder, ...more] = positionals;
    noArguments(more, usage);
    const { valid, expired, hits, misses, bytes } = await answerCacheAt(dir, context).stats();
    const facts = { event: 'llm-cache-stats', dir, valid, expired, hits, misses, bytes };
    const text = [
      `${dir}  ${countText(valid)} valid · ${countText(expired)} expired · ${bytesText(bytes)}`,
      `served ${countText(hits)} of ${countText(hits + misses)} calls`,
      '',
    ].join('\n');
    context.stdout.write(values.has('json') ? `${JSON.stringify(facts)}\n` : text);
    return exitCode.done;
  },
);
