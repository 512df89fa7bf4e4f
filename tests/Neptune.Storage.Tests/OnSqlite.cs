namespace Neptune.Storage.Tests;

public sealed class SeriesOnSqlite() : SeriesSpecification(new SqliteEngine());
