// The Java around a task: what a trial checks with, and what starts it.

export const CHECK = `import java.util.Objects;

final class Check {
    private Check() {}

    static void same(Object expected, Object actual) {
        if (!Objects.deepEquals(expected, actual)) throw new AssertionError(expected + " expected, " + actual + " came");
    }

    static void near(double expected, double actual) {
        if (!(Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
            throw new AssertionError(expected + " expected, " + actual + " came");
        }
    }

    static void refuses(Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("IllegalArgumentException expected");
    }
}
`;

export const START = `final class Start {
    public static void main(String[] arguments) {
        Trial.run();
        System.out.println(arguments[0]);
    }
}
`;
