using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Data;

/// <summary>Reads one column row by row and keeps what is to be said about it.</summary>
internal abstract class ColumnReader(DataViewSchema.Column column)
{
    public DataViewSchema.Column Column => column;

    /// <summary>How many values are missing, of vectors in all their slots.</summary>
    public long Missing { get; protected set; }

    /// <summary>Statistics of the numbers; <see langword="null"/> for types without arithmetic.</summary>
    public NumberSummary? Numbers { get; protected init; }

    /// <summary>Whether the values can be read: custom types of third parties cannot.</summary>
    public virtual bool IsReadable => true;

    /// <summary>Reads the value of the row that the cursor is on, counts it and adds it to a hash.</summary>
    public abstract void Read(ContentHash hash);

    /// <summary>The value that was read last, for people.</summary>
    public abstract string Text();

    /// <summary>The value that was read last, as JSON.</summary>
    public abstract void WriteJson(Utf8JsonWriter json);

    public static ColumnReader Of(DataViewRow row, DataViewSchema.Column column)
    {
        var item = (column.Type as VectorDataViewType)?.ItemType ?? column.Type;
        var raw = item.RawType;
        if (item is KeyDataViewType)
            return Key(row, column, raw);
        return item switch
        {
            NumberDataViewType when raw == typeof(float) => Make(row, column, ValueKinds.Single),
            NumberDataViewType when raw == typeof(double) => Make(row, column, ValueKinds.Double),
            NumberDataViewType when raw == typeof(sbyte) => Make(row, column, ValueKinds.Whole<sbyte>(value => value, value => value)),
            NumberDataViewType when raw == typeof(byte) => Make(row, column, ValueKinds.Whole<byte>(value => value, value => value)),
            NumberDataViewType when raw == typeof(short) => Make(row, column, ValueKinds.Whole<short>(value => value, value => value)),
            NumberDataViewType when raw == typeof(ushort) => Make(row, column, ValueKinds.Whole<ushort>(value => value, value => value)),
            NumberDataViewType when raw == typeof(int) => Make(row, column, ValueKinds.Whole<int>(value => value, value => value)),
            NumberDataViewType when raw == typeof(uint) => Make(row, column, ValueKinds.Whole<uint>(value => value, value => value)),
            NumberDataViewType when raw == typeof(long) => Make(row, column, ValueKinds.Whole<long>(value => value, value => value)),
            NumberDataViewType when raw == typeof(ulong) => Make(row, column, ValueKinds.Whole<ulong>(value => (long)value, value => value)),
            BooleanDataViewType => Make(row, column, ValueKinds.Boolean),
            TextDataViewType => Make(row, column, ValueKinds.Text),
            DateTimeDataViewType => Make(row, column, ValueKinds.DateTime),
            DateTimeOffsetDataViewType => Make(row, column, ValueKinds.DateTimeOffset),
            TimeSpanDataViewType => Make(row, column, ValueKinds.TimeSpan),
            _ => new UnreadColumn(column),
        };
    }

    private static ColumnReader Key(DataViewRow row, DataViewSchema.Column column, Type raw)
    {
        var names = ClassNames.OfKey(column);
        return raw == typeof(byte) ? Make(row, column, ValueKinds.Key<byte>(value => value, names))
            : raw == typeof(ushort) ? Make(row, column, ValueKinds.Key<ushort>(value => value, names))
            : raw == typeof(uint) ? Make(row, column, ValueKinds.Key<uint>(value => value, names))
            : Make(row, column, ValueKinds.Key<ulong>(value => value, names));
    }

    private static ColumnReader Make<T>(DataViewRow row, DataViewSchema.Column column, ValueKind<T> kind) =>
        column.Type is VectorDataViewType ? new VectorColumn<T>(row, column, kind) : new ScalarColumn<T>(row, column, kind);
}
