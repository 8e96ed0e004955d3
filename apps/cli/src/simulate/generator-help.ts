import type { Context } from '../context';
import type { Generator } from '../generator';
import type { Option } from '../options/option';
import type { HelpPage } from '../render/help-text';
import type { GeneratorOptions } from './generator-options';

const commonRun = ['out', 'output', 'format', 'tables', 'config', 'dry-run', 'json'];

/** The page of `synth simulate G --help`: what most people want on one screen, or every option. */
export function generatorHelp(
  { dataset, common }: Generator,
  options: GeneratorOptions,
  all: boolean,
  { commandLine }: Context,
): HelpPage {
  const isRun = (option: Option): boolean => options.run.some(({ name }) => name === option.name);
  const usage = `synth simulate ${dataset.name} [options]`;
  if (all) {
    const data = options.all.filter((option) => !isRun(option));
    return {
      usage,
      summary: dataset.description,
      groups: [
        { title: 'data', options: data },
        { title: 'run', options: options.run },
      ],
    };
  }
  const terse = Object.entries(common).flatMap(([name, description]): Option[] => {
    const option = options.all.find((one) => one.name === name);
    return option === undefined ? [] : [{ ...option, description }];
  });
  return {
    usage,
    summary: dataset.description,
    groups: [
      { title: 'data', options: terse },
      { title: 'run', options: options.run.filter(({ name }) => commonRun.includes(name)) },
    ],
    notes: [
      `all ${options.all.length} options:  ${commandLine(['simulate', dataset.name, '--help', '--all'])}`,
    ],
  };
}
