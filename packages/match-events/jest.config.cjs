module.exports = { displayName: 'match-events', preset: '../../jest.preset.js' };
