module.exports = { displayName: 'interactions', preset: '../../jest.preset.js' };
