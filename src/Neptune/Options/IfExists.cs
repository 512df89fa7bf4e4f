namespace Neptune;

/// <summary>What is done when there is already what is to be created.</summary>
public enum IfExists
{
    /// <summary>That is an error, and nothing is changed.</summary>
    Throw,

    /// <summary>It is opened. However many processes ask at once, one creates it and all have the same; a reader creates nothing.</summary>
    Open,
}
