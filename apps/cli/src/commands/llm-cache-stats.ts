import type { Command } from '../command';
import { exitCode } from '../exit-code';
import { answerCacheAt, defaultCacheFolder } from '../llm/answer-cache-at';
import { noArguments } from '../options/no-arguments';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { helpText } from '../render/help-text';
import { bytesText, countText } from '../render/numbers';

const summary = 'what a cache of answers holds, and how often it served';
const usage = 'synth llm cache stats [DIR]';

/** `synth llm cache stats [DIR]`: entries, bytes, hits and misses. */
export const llmCacheStats: Command = {
  summary,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, outputOptions, usage);
    if (values.has('help')) {
      const groups = [{ title: 'options', options: outputOptions }];
      const notes = [`DIR is ${defaultCacheFolder} unless it is given.`];
      context.stdout.write(helpText({ usage, summary, groups, notes }, context.stdout));
      return exitCode.done;
    }
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
};
