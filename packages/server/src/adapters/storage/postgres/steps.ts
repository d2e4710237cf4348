/**
 * The steps that lead a database from one schema to the next, in SQL: the first leads from nothing to
 * schema 1. Steps are added, never changed. Tables of records come from their declarations; a change of
 * those is a step of its own, `select;` where nothing else is to be done, as an older server would undo it.
 */
export const steps: readonly string[] = [
  `
  create table waypost._state (
    one boolean primary key default true check (one),
    commit bigint not null,
    last_event bigint not null,
    last_event_at text not null,
    declared bigint not null
  );
  insert into waypost._state (commit, last_event, last_event_at, declared) values (0, 0, '', 0);

  create table waypost._commits (
    node uuid primary key,
    turn bigint not null,
    at timestamptz not null default now()
  );

  create table waypost._entries (
    table_name text collate "C" not null,
    index_name text collate "C" not null,
    key text collate "C" not null,
    sort text collate "C" not null,
    id text collate "C" not null,
    expires_at text collate "C",
    primary key (table_name, index_name, key, sort, id) include (expires_at)
  );
  create index _entries_of on waypost._entries (id, table_name);

  create table waypost._tables (
    name text primary key,
    signature text not null
  );
  `,
  `
  create table waypost._texts (
    table_name text collate "C" not null,
    id text collate "C" not null,
    of_table text collate "C" not null,
    of_id text collate "C" not null,
    words tsvector not null,
    expires_at text collate "C",
    primary key (table_name, id)
  );
  create index _texts_words on waypost._texts using gin (words);
  `,
  // Who writes signs in the state itself. `_commits` stays, as nodes of the version before may still run.
  `
  alter table waypost._state
    add column told bigint not null default 0,
    add column signatures jsonb not null default '{}';
  `,
  // What is unread is found by the address where it is answered, too.
  'select;',
]
