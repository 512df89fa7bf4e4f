using System.Data.Common;

namespace Neptune.Storage.Sql;

/// <summary>Columns of a row in the types the engine works with.</summary>
internal static class RowExtensions
{
    extension(DbDataReader row)
    {
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public long LongOrZero(int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

        public double? DoubleOrNull(int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

        /// <summary>NULL is how NaN is stored.</summary>
        public double DoubleOrNaN(int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column);

        public bool Flag(int column) => row.GetInt64(column) != 0;

        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);
    }
}
