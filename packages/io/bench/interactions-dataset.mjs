// The benches of this package write interactions. The package itself knows no generator, so they take the built one by
// its place in the workspace.
const { interactionsDataset } = await import(
  new URL('../../interactions/dist/index.js', import.meta.url).href
);

export { interactionsDataset };
