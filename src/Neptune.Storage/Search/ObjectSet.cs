using System.Numerics;

namespace Neptune.Storage.Search;

/// <summary>Objects of one project as bits: their ids count up from 1, so that a hundred thousand take 12 KB and having two sets in common is a pass over them.</summary>
internal sealed class ObjectSet
{
    private const int BitsOfWord = 64;

    private ulong[] words = [];

    public int Count { get; private set; }

    public IEnumerable<long> Ids
    {
        get
        {
            for (var word = 0; word < words.Length; word++)
            {
                for (var rest = words[word]; rest != 0; rest &= rest - 1)
                    yield return ((long)word * BitsOfWord) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    public bool Contains(long id) => id / BitsOfWord < words.Length && (words[id / BitsOfWord] >> (int)(id % BitsOfWord) & 1) != 0;

    public void Add(long id)
    {
        var word = id / BitsOfWord;
        if (word >= words.Length)
            Array.Resize(ref words, (int)Math.Max(word + 1, 2L * words.Length));
        var bit = 1UL << (int)(id % BitsOfWord);
        if ((words[word] & bit) == 0)
            Count++;
        words[word] |= bit;
    }

    public void Remove(long id)
    {
        if (!Contains(id))
            return;
        words[id / BitsOfWord] &= ~(1UL << (int)(id % BitsOfWord));
        Count--;
    }

    public ObjectSet Except(ObjectSet other)
    {
        var rest = new ObjectSet();
        foreach (var id in Ids.Where(id => !other.Contains(id)))
            rest.Add(id);
        return rest;
    }

    public void IntersectWith(ObjectSet other)
    {
        Count = 0;
        for (var word = 0; word < words.Length; word++)
        {
            words[word] &= word < other.words.Length ? other.words[word] : 0;
            Count += BitOperations.PopCount(words[word]);
        }
    }
}
