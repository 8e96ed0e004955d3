import { isPersonalName, PersonalData, personalDataIn } from './personal-data';

it.each([
  ['write to ann.lee+news@mail.example.org today', 'an e-mail address'],
  ['from 192.168.0.14', 'an IPv4 address'],
  ['+44 20 7946 0958', 'a telephone number'],
  ['(202) 555-0143', 'a telephone number'],
  ['call 202-555-0143 now', 'a telephone number'],
  ['+1 (202) 555 0143', 'a telephone number'],
  ['4111 1111 1111 1111', 'a card number'],
])('recognises %s', (text, what) => {
  expect(personalDataIn(text)).toBe(what);
});

it.each([
  'u0000017',
  '4111 1111 1111 1112',
  '1762976361872',
  '2024-03-01T07:32:59.740Z',
  '1.2.3',
  '999.1.1.1',
  'song-053',
  'user-001-s1',
  '0.0031942471154032376',
  'hip hop & soul @ night',
])('leaves %s alone', (text) => {
  expect(personalDataIn(text)).toBeUndefined();
});

it('says where, and never what', () => {
  const personal = new PersonalData();
  personal.look('a song', () => 'title in row 1');
  personal.look('call +44 20 7946 0958', () => 'title in row 2');
  const { status, detail } = personal.finish()[0]!;
  expect([status, detail.includes('title in row 2'), detail.includes('7946')]).toEqual(['fail', true, false]);
});

it.each([
  'email',
  'E-Mail',
  'emailAddress',
  'phone_number',
  'firstName',
  'last_name',
  'user_name',
  'dateOfBirth',
  'IP',
])('warns of a column called %s', (name) => {
  expect(isPersonalName(name)).toBe(true);
  const personal = new PersonalData();
  personal.column(name, 'of users');
  expect(personal.finish()[1]).toMatchObject({ name: 'personal columns', status: 'warn' });
});

it.each(['user_id', 'item_name', 'name', 'mailing_list', 'genre', 'timestamp', 'ip_count', 'creator_id'])(
  'has nothing against a column called %s',
  (name) => {
    expect(isPersonalName(name)).toBe(false);
  },
);
