export { canonicalJson } from './canonical/canonical-json';
export { digest, sha256Hex } from './canonical/digest';
export { systemClock } from './clock/system-clock';
export { schemaOf } from './config/schema';
export { maxBatchRows, rowAt, sliceBatch, splitBatch } from './data/batch';
export { isoTimestamp, sliceColumn, valueAt } from './data/column';
export { inventedIds } from './data/invented-ids';
export { blockEntities, blocksOf, blocksOfStage, isWanted } from './data/plan';
export { openTables } from './data/tables';
export { bernoulli } from './distributions/bernoulli';
export { beta } from './distributions/beta';
export { binomial } from './distributions/binomial';
export { boundedZipf } from './distributions/bounded-zipf';
export { categorical } from './distributions/categorical';
export { dirichlet } from './distributions/dirichlet';
export { exponential } from './distributions/exponential';
export { gamma } from './distributions/gamma';
export { geometric } from './distributions/geometric';
export { integer } from './distributions/integer';
export { lognormal } from './distributions/lognormal';
export { mixture } from './distributions/mixture';
export { multivariateNormal } from './distributions/multivariate-normal';
export { negativeBinomial } from './distributions/negative-binomial';
export { normal } from './distributions/normal';
export { pareto } from './distributions/pareto';
export { poisson } from './distributions/poisson';
export { standardNormalQuantile } from './distributions/standard-normal-quantile';
export { truncatedNormal } from './distributions/truncated-normal';
export { uniform } from './distributions/uniform';
export { vonMises } from './distributions/von-mises';
export { vonMisesFisher } from './distributions/von-mises-fisher';
export { weibull } from './distributions/weibull';
export { nearestName } from './errors/nearest-name';
export { isSynthError, SynthError } from './errors/synth-error';
export { cholesky, choleskyInverse, choleskySolve } from './math/cholesky';
export { powr } from './math/powr';
export { calendar } from './processes/calendar';
export { hawkesProcess } from './processes/hawkes-process';
export { inhomogeneousPoissonProcess } from './processes/inhomogeneous-poisson-process';
export { poissonProcess } from './processes/poisson-process';
export { weeklyCycle } from './processes/weekly-cycle';
export { nextBelow } from './random/integer';
export { defaultSeed, seedText } from './random/seed';
export { rngFromState } from './random/sfc32';
export { streams } from './random/streams';
export { aliasTable } from './sampling/alias-table';
export { reservoir } from './sampling/reservoir';
export { shuffle } from './sampling/shuffle';
export { weightedSample, weightedSampler } from './sampling/weighted-without-replacement';
export { logisticRegression } from './statistics/logistic-regression';
export { rocArea, rocAuc } from './statistics/roc-auc';

export type { JsonValue } from './canonical/canonical-json';
export type { Clock } from './clock/clock';
export type { JsonSchema, Parser, Schema } from './config/schema';
export type { Batch, Row } from './data/batch';
export type {
  BoolColumn,
  Column,
  ColumnType,
  DictionaryColumn,
  F32Column,
  F64Column,
  I32Column,
  JsonColumn,
  ListColumn,
  StringColumn,
  TimestampColumn,
  U32Column,
  VectorColumn,
} from './data/column';
export type {
  AnyDataset,
  Dataset,
  DatasetBase,
  DatasetModule,
  DescribedPort,
  Inputs,
  InputTable,
  SeededConfig,
  SharedWork,
  SimulatedDataset,
  Summary,
} from './data/dataset';
export type { Block, Plan, Stage } from './data/plan';
export type { Sink, SinkContext } from './data/sink';
export type { ColumnSpec, TableSpec } from './data/table';
export type { Tables, TableSelection } from './data/tables';
export type { BernoulliParams } from './distributions/bernoulli';
export type { BetaParams } from './distributions/beta';
export type { BinomialParams } from './distributions/binomial';
export type { BoundedZipfParams } from './distributions/bounded-zipf';
export type { CategoricalParams } from './distributions/categorical';
export type { DirichletParams } from './distributions/dirichlet';
export type { ExponentialParams } from './distributions/exponential';
export type { GammaParams } from './distributions/gamma';
export type { GeometricParams } from './distributions/geometric';
export type { IntegerParams } from './distributions/integer';
export type { LognormalParams } from './distributions/lognormal';
export type { MixtureComponent, MixtureParams } from './distributions/mixture';
export type { MultivariateNormalParams } from './distributions/multivariate-normal';
export type { NegativeBinomialParams } from './distributions/negative-binomial';
export type { NormalParams } from './distributions/normal';
export type { ParetoParams } from './distributions/pareto';
export type { PoissonParams } from './distributions/poisson';
export type { InvertibleSampler, NumberArray, Sampler, VectorSampler } from './distributions/sampler';
export type { TruncatedNormalParams } from './distributions/truncated-normal';
export type { UniformParams } from './distributions/uniform';
export type { VonMisesParams } from './distributions/von-mises';
export type { VonMisesFisherParams } from './distributions/von-mises-fisher';
export type { WeibullParams } from './distributions/weibull';
export type { CoreErrorCode } from './errors/codes';
export type { SynthErrorDetails } from './errors/synth-error';
export type { Calendar, CalendarOptions } from './processes/calendar';
export type { HawkesProcessParams } from './processes/hawkes-process';
export type { InhomogeneousPoissonProcessParams } from './processes/inhomogeneous-poisson-process';
export type { CountedPointProcess, PointProcess } from './processes/point-process';
export type { PoissonProcessParams } from './processes/poisson-process';
export type { WeeklyCycleOptions } from './processes/weekly-cycle';
export type { Rng, RngState } from './random/rng';
export type { Seed } from './random/seed';
export type { Stream, Streams } from './random/streams';
export type { AliasTable } from './sampling/alias-table';
export type { Shuffleable } from './sampling/shuffle';
export type { WeightedSampler } from './sampling/weighted-without-replacement';
export type { LabelledValues, LogisticModel } from './statistics/logistic-regression';
export type { RocAuc } from './statistics/roc-auc';
export type { Store } from './store/store';
