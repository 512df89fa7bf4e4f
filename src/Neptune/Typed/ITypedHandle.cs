namespace Neptune.Typed;

/// <summary>What stands for a declared field or namespace of an object, and is no value itself.</summary>
internal interface ITypedHandle;
