import type { DescribedPort, JsonValue } from '@synth/core';
import { canonicalJson } from '@synth/core';
import type { Manifest, ManifestFile } from '../manifest/manifest';
import { manifestVersion } from '../manifest/manifest';
import { packageVersions } from '../package-versions';
import type { RunDefinition } from './run-definition';

/** What a run found out while it ran. */
export interface RunOutcome {
  readonly files: readonly ManifestFile[];
  readonly rows: Readonly<Record<string, number>>;
  readonly describe: Readonly<Record<string, JsonValue>>;
  readonly ports: Readonly<Record<string, DescribedPort>>;
  readonly sections: Readonly<Record<string, JsonValue>>;
  readonly started: number;
  readonly milliseconds: number;
  readonly keptBlocks: number;
  readonly workers: number;
}

/** The manifest of a run that is ended. */
export function runManifest(definition: RunDefinition, outcome: RunOutcome): Manifest {
  const { run, description, planHash } = definition;
  const { dataset } = run;
  const { tables: _tables, dataset: made, ...described } = description;
  const specifier = dataset.module?.specifier;
  const manifest = {
    manifestVersion,
    reproducible: {
      ...described,
      dataset: { ...made, description: dataset.description },
      packages: packageVersions(specifier),
      planHash,
      tables: run.tables.map((table) => ({ ...table, rows: outcome.rows[table.name] ?? 0 })),
      files: outcome.files,
      describe: outcome.describe,
      ports: Object.fromEntries(
        Object.entries(outcome.ports).map(([name, port]) => [name, describedPort(port)]),
      ),
      sections: outcome.sections,
    },
    circumstances: {
      started: new Date(outcome.started).toISOString(),
      milliseconds: outcome.milliseconds,
      keptBlocks: outcome.keptBlocks,
      workers: outcome.workers,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    },
  };
  // What a port or a dataset says of itself becomes plain JSON here, as a reader will see it.
  return JSON.parse(canonicalJson(manifest)) as Manifest;
}

const describedPort = ({ name, details }: DescribedPort) =>
  details === undefined ? { name } : { name, details };
