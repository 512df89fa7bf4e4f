using System.Collections.Immutable;
using System.Numerics;

namespace Neptune.Generators.Tests.Typed;

/// <summary>A member of every kind that a typed namespace has.</summary>
[NeptuneNamespace("typed", Naming = NamingPolicy.Unchanged)]
public sealed record ValueParams : ValueMembers;

/// <summary>The same without a namespace.</summary>
public sealed record PlainParams : ValueMembers;

public abstract record ValueMembers
{
    public double Number { get; init; } = -0.0;

#pragma warning disable CA1051 // Fields are fields too.
    public float Single = 0.1f;
#pragma warning restore CA1051

    public decimal Decimal { get; init; } = 0.1m;

    public Half Half { get; init; } = (Half)0.1;

    public ulong Unsigned { get; init; } = ulong.MaxValue;

    public BigInteger Big { get; init; } = BigInteger.Pow(10, 30);

    public int? Nothing { get; init; }

    public char Letter { get; init; } = 'ü';

    public FileAttributes Flags { get; init; } = FileAttributes.Hidden | FileAttributes.System;

    public Uri Address { get; init; } = new("http://host/%20a%2Fb");

    public Version Version { get; init; } = new(1, 2);

    public Guid Id { get; init; } = new("00112233-4455-6677-8899-aabbccddeeff");

    public TimeSpan Duration { get; init; } = TimeSpan.FromTicks(12_345_678);

    public DateOnly Day { get; init; } = new(2030, 5, 17);

    public TimeOnly Hour { get; init; } = new(1, 2, 3, 4);

    public DateTime Time { get; init; } = new(2030, 5, 17, 12, 0, 0, DateTimeKind.Utc);

    public IReadOnlyList<double> Betas { get; init; } = [-0.0, double.NaN, 0.999];

    public ImmutableArray<string?> Names { get; init; } = ["a", null];

    public List<List<int>> Deep { get; init; } = [[1], []];

    public Dictionary<string, double> Weights { get; init; } = new() { ["a/b"] = 1, ["c"] = -0.0 };

    [NeptuneField("renamed//here")]
    public string Text { get; init; } = "text";
}
