import type { TrainingOptions } from '@synth/match-events';
import { trainingDataset } from '@synth/match-events';
import { coerce } from '../options/coerce';
import type { OptionValues } from '../options/option';
import { schemaOptions } from '../options/schema-options';

const options = schemaOptions(trainingDataset.config.jsonSchema());

/** The options of a training set, as its schema has them. */
export const trainingOptions = {
  options,
  /** What was given of them; the schema judges it. @throws SynthError `OPTION_VALUE` */
  read(values: OptionValues): TrainingOptions {
    const given = options.flatMap(({ name, path, schema }) => {
      const value = values.get(name);
      if (value === undefined) return [];
      return [[path[0]!, typeof value === 'string' ? coerce(value, schema, `--${name}`) : value]];
    });
    return Object.fromEntries(given) as TrainingOptions;
  },
};
