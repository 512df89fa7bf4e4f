namespace Neptune.Storage.Tests;

public sealed class ObjectsOnSqlite() : ObjectSpecification(new SqliteEngine());

public sealed class ModelContentsOnSqlite() : ModelContentSpecification(new SqliteEngine());

public sealed class FieldsOnSqlite() : FieldSpecification(new SqliteEngine());

public sealed class FieldTablesOnSqlite() : FieldTableSpecification(new SqliteEngine());

public sealed class JournalsOnSqlite() : JournalSpecification(new SqliteEngine());

public sealed class HeartbeatsOnSqlite() : HeartbeatSpecification(new SqliteEngine());

public sealed class FloatSeriesOnSqlite() : FloatSeriesSpecification(new SqliteEngine());

public sealed class SeriesOrderOnSqlite() : SeriesOrderSpecification(new SqliteEngine());

public sealed class BucketsOnSqlite() : BucketSpecification(new SqliteEngine());

public sealed class StringSeriesOnSqlite() : StringSeriesSpecification(new SqliteEngine());

public sealed class StringPagesOnSqlite() : StringPageSpecification(new SqliteEngine());

public sealed class ChangesOnSqlite() : ChangeSpecification(new SqliteEngine());

public sealed class SharingOnSqlite() : SharingSpecification(new SqliteEngine());

public sealed class FileFieldsOnSqlite() : FileFieldSpecification(new SqliteEngine());

public sealed class TrashOnSqlite() : TrashSpecification(new SqliteEngine());

public sealed class SweepsOnSqlite() : SweepSpecification(new SqliteEngine());

public sealed class VerificationsOnSqlite() : VerificationSpecification(new SqliteEngine());
