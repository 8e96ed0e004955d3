import { documentedCommand } from '../documented-command';
import { exitCode } from '../exit-code';
import { answerCacheAt, defaultCacheFolder } from '../llm/answer-cache-at';
import { noArguments } from '../options/no-arguments';
import type { Option } from '../options/option';
import { countText } from '../render/numbers';

const summary = 'removes the answers of a cache, or only those that are too old';
const usage = 'synth llm cache clear [DIR]';

const notes = [`DIR is ${defaultCacheFolder} unless it is given.`];

const options: readonly Option[] = [
  { name: 'expired', description: 'only answers older than 24 hours, and damaged ones' },
];

/** `synth llm cache clear [DIR]`: removes answers, never a cassette or a ledger. */
export const llmCacheClear = documentedCommand(
  { summary, usage, groups: [{ title: 'options', options }], notes },
  async ({ values, positionals }, context) => {
    const [dir = defaultCacheFolder, ...more] = positionals;
    noArguments(more, usage);
    const only = values.get('expired') === true ? 'expired' : 'all';
    const removed = await answerCacheAt(dir, context).clear(only);
    const facts = { event: 'llm-cache-cleared', dir, only, removed };
    const what = only === 'expired' ? 'expired answers' : 'answers';
    context.stdout.write(
      values.has('json') ? `${JSON.stringify(facts)}\n` : `${dir}  ${countText(removed)} ${what} removed\n`,
    );
    return exitCode.done;
  },
);
