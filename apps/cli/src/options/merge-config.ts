/** A configuration before it is parsed. */
export type PartialConfig = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is PartialConfig =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `over` laid upon `base`, object by object; lists and everything else are replaced whole. */
export function mergeConfig(base: PartialConfig, over: PartialConfig): PartialConfig {
  return Object.entries(over).reduce<PartialConfig>((merged, [key, value]) => {
    const earlier = Object.hasOwn(merged, key) ? merged[key] : undefined;
    return { ...merged, [key]: isObject(earlier) && isObject(value) ? mergeConfig(earlier, value) : value };
  }, base);
}

/** The configuration that holds one value at a path of property names. */
export const configAt = (path: readonly string[], value: unknown): PartialConfig =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as PartialConfig;
