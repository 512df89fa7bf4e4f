namespace Neptune.Generators.Tests.Typed;

public enum Activation
{
    ReLU,
    Tanh,
}
