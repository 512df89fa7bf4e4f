/** A number as JSON can carry it: JSON itself has no words for the values that are not finite. */
export type Num = number | 'NaN' | 'Infinity' | '-Infinity';

export type FieldType =
  | 'int'
  | 'float'
  | 'bool'
  | 'string'
  | 'datetime'
  | 'file'
  | 'fileSet'
  | 'floatSeries'
  | 'stringSeries'
  | 'fileSeries'
  | 'stringSet'
  | 'artifact'
  | 'gitRef'
  | 'runState'
  | 'notebookRef';

export type ObjectKind = 'run' | 'model' | 'modelVersion' | 'project';
export type Stage = 'none' | 'staging' | 'production' | 'archived';

export interface Field {
  path: string;
  type: FieldType;
  value?: number | string | boolean | string[];
  /** The text was cut for the table; the object itself has all of it. */
  cut?: boolean;
  count?: number;
  lastStep?: Num;
  lastTime?: string;
  last?: Num;
  min?: Num;
  max?: Num;
  mean?: Num;
  variance?: Num;
  size?: number;
  extension?: string;
  sha256?: string;
}

export interface ObjectInfo {
  uid: string;
  id: string;
  key: number;
  kind: ObjectKind;
  project: string;
  modelId?: string;
  customId?: string;
  trashed: boolean;
}

export interface Row extends ObjectInfo {
  fields: Field[];
}

export interface ProjectInfo {
  name: string;
  key: string;
  runs: number;
  models: number;
  modelVersions: number;
  trashed: number;
  change: number;
}

export interface StoreInfo {
  version: string;
  folder: string;
  readOnly: boolean;
  user: string;
}

export interface FieldInfo {
  path: string;
  types: FieldType[];
  count: number;
}

export interface Search {
  kind: ObjectKind;
  query?: string;
  model?: string;
  sortBy?: string;
  ascending?: boolean;
  trashed?: boolean;
}

export interface SeriesRef {
  id: string;
  path: string;
}

export interface ObjectChanges {
  name?: string;
  description?: string;
  addTags?: string[];
  removeTags?: string[];
  stage?: Stage;
  comment?: string;
}

export interface StringPoint {
  step: Num;
  value: string;
  time: string;
}

export interface Entry {
  name: string;
  size?: number;
  step?: Num;
  time?: string;
  hash?: string;
  description?: string;
}

export interface GitInfo {
  commitId: string;
  message: string;
  authorName: string;
  authorEmail: string;
  commitDate: string;
  /** Missing when the head is detached. */
  currentBranch?: string;
  remotes: string[];
  dirty: boolean;
}
