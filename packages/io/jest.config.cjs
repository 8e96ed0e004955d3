module.exports = { displayName: 'io', preset: '../../jest.preset.js' };
