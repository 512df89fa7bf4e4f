import type { components } from './schema';

type Schemas = components['schemas'];

/** What an object lacks is left out of the JSON and never null. */
type Sent<T> = { [K in keyof T]: Exclude<T[K], null> };

/** A number as JSON can carry it: JSON itself has no words for the values that are not finite. */
export type Num = number | 'NaN' | 'Infinity' | '-Infinity';

export type Field = Sent<Schemas['FieldValue']>;
export type FieldType = Field['type'];

export type Row = Omit<Sent<Schemas['ObjectRow']>, 'fields'> & { fields: Field[] };
export type ObjectInfo = Omit<Row, 'fields'>;
export type ObjectKind = Row['kind'];

export type ProjectInfo = Sent<Schemas['ProjectInfo']>;
export type StoreInfo = Sent<Schemas['StoreInfo']>;
export type FieldInfo = Sent<Schemas['FieldUse']>;
export type SeriesRef = Schemas['SeriesName'];
export type StringPoint = Sent<Schemas['TextPoint']>;
export type Entry = Sent<Schemas['FileEntry']>;
export type GitInfo = Sent<Schemas['GitRefInfo']>;

/** Which objects, in which order; the page and the columns are the table's matter. */
export type Search = Pick<Sent<Schemas['TableRequest']>, 'kind'> &
  Partial<Omit<Sent<Schemas['TableRequest']>, 'kind' | 'columns' | 'limit' | 'cursor'>>;

export type ObjectChanges = Partial<Sent<Schemas['ObjectEdit']>>;
export type Stage = NonNullable<ObjectChanges['stage']>;
