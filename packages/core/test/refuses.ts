/** Each of these parameters is refused with `PARAMETER_INVALID` and the name of the field at fault. */
export function refuses<Params>(
  make: (params: Params) => unknown,
  cases: readonly (readonly [params: Params, field: string])[],
): void {
  it.each(cases.map(([params, field]) => [field, params] as const))('refuses %s of %p', (field, params) => {
    expect(() => make(params)).toThrow(expect.objectContaining({ code: 'PARAMETER_INVALID', field }));
  });
}
