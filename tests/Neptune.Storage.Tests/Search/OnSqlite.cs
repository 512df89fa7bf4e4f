namespace Neptune.Storage.Tests.Search;

public sealed class QueriesOnSqlite() : QuerySpecification(new SqliteEngine());

public sealed class SortsOnSqlite() : SortSpecification(new SqliteEngine());

public sealed class StatesOnSqlite() : StateSpecification(new SqliteEngine());

public sealed class TrashSearchesOnSqlite() : TrashSearchSpecification(new SqliteEngine());

public sealed class ColumnsOnSqlite() : ColumnSpecification(new SqliteEngine());

public sealed class OrdersOnSqlite() : OrderSpecification(new SqliteEngine());
