namespace Neptune.Generators.Specs;

/// <summary>How a member gets its value when one is read.</summary>
internal enum MemberSetting
{
    /// <summary>Not at all: it is computed.</summary>
    None,

    /// <summary>By the constructor.</summary>
    Constructor,

    /// <summary>By the constructor that the generated part adds.</summary>
    AddedConstructor,

    /// <summary>In the initializer, which may leave it out.</summary>
    Initializer,

    /// <summary>In the initializer, which must set it.</summary>
    Required,
}
