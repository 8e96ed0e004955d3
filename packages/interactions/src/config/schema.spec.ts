import { configSchema } from './schema';

describe('configSchema', () => {
  it('is complete, and parsing its own result changes nothing', () => {
    const config = configSchema.parse({
      preset: 'movielens-like',
      seed: 42,
      start: '2024-05-01T02:00:00+02:00',
    });
    expect(config).toMatchObject({
      seed: '42',
      start: '2024-05-01T00:00:00.000Z',
      minUserInteractions: 20,
      events: null,
    });
    expect(configSchema.parse(config)).toEqual(config);
    expect(configSchema.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it('takes the short names of the published parameters', () => {
    expect(
      configSchema.parse({ preset: 'reference', powerLawExponent: 3, genreClustering: 0.2 }),
    ).toMatchObject({
      popularity: { kind: 'score', exponent: 3, noise: 0.3 },
      taste: { kind: 'preference', clustering: 0.2 },
    });
  });

  it.each([
    [{ userz: 10 }, 'userz', /unknown option userz: did you mean users\?/],
    [
      { taste: { kind: 'favourite', bost: 2 } },
      'taste.bost',
      /unknown option taste\.bost: did you mean boost\?/,
    ],
    [{ users: 0 }, 'users', /users is 0/],
    [{ users: 1.5 }, 'users', /users is 1\.5/],
    [{ interactionRate: -0.1 }, 'interactionRate', /interactionRate is -0\.1/],
    [{ interactionRate: Number.NaN }, 'interactionRate', /interactionRate is NaN/],
    [{ seed: Number.POSITIVE_INFINITY }, 'seed', /seed is Infinity/],
    [{ preset: 'standart' }, 'preset', /preset is "standart"/],
    [{ start: 'yesterday' }, 'start', /start is "yesterday"/],
    [{ timeZone: 'Mars/Base' }, 'timeZone', /not an IANA time zone/],
    [{ daily: new Array(24).fill(0) }, 'daily', /daily is all zero/],
    [
      { minUserInteractions: 60 },
      'minUserInteractions',
      /minUserInteractions is 60 but maxUserInteractions is 50: raise the second or lower the first/,
    ],
    [
      { maxUserInteractions: 2 },
      'maxUserInteractions',
      /minUserInteractions is 3 but maxUserInteractions is 2/,
    ],
    [{ preset: 'movielens-like', powerLawExponent: 2 }, 'powerLawExponent', /has no effect/],
    [{ genreClustering: 0.5 }, 'genreClustering', /has no effect where taste is favourite/],
  ])('refuses %j', (options, field, message) => {
    expect(() => configSchema.parse(options)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        field,
        message: expect.stringMatching(message),
        allowed: expect.any(String),
      }),
    );
  });

  it('describes every option for flags', () => {
    const { properties } = configSchema.jsonSchema();
    expect(Object.keys(properties!)).toContain('minUserInteractions');
    for (const [name, option] of Object.entries(properties!)) {
      expect([name, typeof option.description]).toEqual([name, 'string']);
    }
  });
});
