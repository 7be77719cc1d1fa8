import{a as F}from"./part-TRNPSTIM.js";import"./part-6JAPNZIR.js";import"./part-MXQRMMIC.js";import{a as q}from"./part-QVX52TIA.js";import{a as z,c as W}from"./part-STMJEDV6.js";import{a as N}from"./part-MHEZT7CK.js";import"./part-QM3POZBG.js";import"./part-PBGBSANK.js";import{a as y}from"./part-LO3XPZ3A.js";import"./part-XQ4UDAGH.js";import"./part-YKXFEUZZ.js";import"./part-2PLI6R7A.js";import"./part-5K5RPNJ2.js";import"./part-AJG7VO4W.js";import{e as R}from"./part-HM3QCDBI.js";import"./part-KT6HS5VO.js";import"./part-C7KWDO72.js";import"./part-HZZW2KX7.js";import"./part-G3VLHX4N.js";import"./part-Y654GHEZ.js";import"./part-NONSE556.js";import"./part-AE3KFHOT.js";import"./part-3G2ZCINK.js";import"./part-XOXUCVDT.js";import"./part-YCMK477X.js";import"./part-VH5YRT7O.js";import"./part-2D3SMPBU.js";import{g as P,h as I,i as E,o as B,s as O,t as D}from"./part-6JZWNUCO.js";import"./part-AHASUGKF.js";import"./part-7ANVEJNY.js";import"./part-74FUXH3U.js";import"./part-53V2JXVV.js";import"./part-LKZOHCDG.js";import"./part-V5IT5AGE.js";import"./part-I3S3QS2G.js";import"./part-52BZYJV5.js";import"./part-MQ53BRQE.js";import"./part-6LC42MID.js";import"./part-ORKDAB5P.js";import"./part-OMAIRHFZ.js";import"./part-4XSUVHER.js";import"./part-JBVIX7IW.js";import"./part-MNOBGSWG.js";import"./part-ZKMXIWLT.js";import"./part-33LDMUBT.js";import"./part-4Z3DMIQZ.js";import"./part-CLWRUN3X.js";import"./part-XQ2XLBKV.js";import"./part-TQOWMC6E.js";import"./part-HNU4XK2J.js";import"./part-I6XXLR6I.js";import"./part-SZYEVXFG.js";import"./part-I5X4L34O.js";import"./part-PB3RE7YZ.js";import"./part-LGSCPJVM.js";import"./part-IEUE6N3D.js";import"./part-S55KNYVT.js";import"./part-3IO3R4JH.js";import"./part-HNPJWEEV.js";import{b as M}from"./part-EQCUD5WJ.js";import"./part-B5LVNHFX.js";import"./part-F63H4FPD.js";import"./part-HPIX4ISY.js";import"./part-KATBHMVJ.js";import"./part-FINRNXEY.js";import"./part-DDKB5SOM.js";import{a as f}from"./part-LI5VOMHE.js";import"./part-Z3UEU5DF.js";import{basename as on}from"node:path";async function x(n,e,t,a){let i=await e.open(n,t,a);if(i!==null)return{reference:ln(n,i),loaded:i,inOffice:null};throw new f("bad-setting",`there is no trained model for ${n}`,"Train one with `palimpsest train`, or name another model.")}function ln(n,{model:e}){return e.card.provider==="embedded"?on(n).replace(/\.palimpsest$/,""):n}async function _(n,{named:e,models:t,repository:a,languages:i,book:l}){let s=({loaded:m})=>m.model.card.fingerprint===n.loaded.model.card.fingerprint,r=e===void 0?await l.champion():null;if(e===void 0&&r===null){if(n.loaded.model.card.provider!=="embedded")return null;let m=await t.open("embedded",a,i),o=m===null?null:{reference:"embedded",loaded:m,inOffice:null};return o===null||s(o)||o.loaded.model.card.shadow!==null?null:o}let d=e??(r===null?"":l.pathOf(r)??r.name),c=await x(d,t,a,i),u=r===null?c:{...c,reference:r.name,inOffice:r};if(!s(u))return u;throw new f("bad-setting",`the challenger ${n.reference} is the champion itself`,"Name another one with --challenger, such as a model trained at a later revision.")}var cn=300,un=1;function V(n){let e=M;return{...e,leastDifference:L("--least-difference",n.leastDifference,e.leastDifference),leastChanges:X("--least-changes",n.leastChanges,e.leastChanges),forgettingMargin:L("--forgetting-margin",n.forgettingMargin,e.forgettingMargin),tasksMargin:L("--tasks-margin",n.tasksMargin,e.tasksMargin)}}function U({probeSize:n}){return{size:Math.max(1,X("--probe-size",n,cn)),seed:un}}function L(n,e,t){if(e===void 0)return t;let a=/^\d+(\.\d+)?$/.test(e)?Number(e):Number.POSITIVE_INFINITY;if(a<=100)return a/100;throw new f("bad-setting",`${n} does not take ${JSON.stringify(e)}`,"It is a number of percentage points, from 0 to 100.")}function X(n,e,t){if(e===void 0)return t;if(/^[1-9]\d{0,8}$/.test(e))return Number(e);throw new f("bad-setting",`${n} does not take ${JSON.stringify(e)}`,"It is a whole number from 1.")}async function G(n){let{report:e,book:t,languages:a,now:i}=n,l=e.decision.kind==="promote",s=P(await t.records()),r=new Map,d=async(o,{reference:h,loaded:w,inOffice:b})=>{if(r.set(`${o}.card.json`,mn(e[o]?.model)),b!==null)return b;let p=l?await E(w,a):null;p!==null&&r.set(`${o}.palimpsest`,p);let g=p===null?null:`${s}/${o}.palimpsest`;return{name:h,fingerprint:w.model.card.fingerprint,copy:g}},c=await d("challenger",n.challenger),u=n.champion===null?null:await d("champion",n.champion);r.set("report.json",Buffer.from(R(e)));let m={id:s,kind:l?"promoted":"kept",at:i.toISOString(),reasons:e.decision.reasons,challenger:c,champion:u,becomes:l?c:u};return await t.keep(m,r),s}function mn(n){return Buffer.from(`${JSON.stringify(n,null,2)}
`)}var H={"Anagrams.java":`import java.util.Arrays;

/** Words of the same letters. */
final class Anagrams {
    private Anagrams() {}

    /** Whether two words have the same letters, each as often; upper and lower case are one. */
    static boolean areAnagrams(String first, String second) {
        char[] left = first.toLowerCase().toCharArray();
        char[] right = second.toLowerCase().toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }
}

// trial of areAnagrams
final class Trial {
    static void run() {
        Check.same(true, Anagrams.areAnagrams("Listen", "silent"));
        Check.same(false, Anagrams.areAnagrams("aab", "abb"));
        Check.same(false, Anagrams.areAnagrams("ab", "abc"));
        Check.same(true, Anagrams.areAnagrams("", ""));
    }
}
`,"Averages.java":`/** Means of numbers. */
final class Averages {
    private Averages() {}

    /**
     * The median: the middle one of the numbers in ascending order, or the mean of the two in the middle. The array is left as it is.
     *
     * @throws IllegalArgumentException for no numbers
     */
    static double median(double[] numbers) {
        if (numbers.length == 0) throw new IllegalArgumentException("no numbers");
        double[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

// trial of median
final class Trial {
    static void run() {
        double[] numbers = {9, 1, 5};
        Check.near(5, Averages.median(numbers));
        Check.same(new double[] {9, 1, 5}, numbers);
        Check.near(2.5, Averages.median(new double[] {4, 1, 2, 3}));
        Check.refuses(() -> Averages.median(new double[0]));
    }
}
`,"BestRun.java":`/** Pieces of a sequence. */
final class BestRun {
    private BestRun() {}

    /** The largest sum of consecutive elements; at least one element is taken. The array is not empty. */
    static long largestSum(int[] numbers) {
        long best = numbers[0];
        long ending = 0;
        for (int number : numbers) {
            ending = Math.max(ending + number, number);
            best = Math.max(best, ending);
        }
        return best;
    }
}

// trial of largestSum
final class Trial {
    static void run() {
        Check.same(6L, BestRun.largestSum(new int[] {-2, 1, -3, 4, -1, 2, 1, -5, 4}));
        Check.same(-1L, BestRun.largestSum(new int[] {-3, -1, -2}));
        Check.same(4294967294L, BestRun.largestSum(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}));
    }
}
`,"Binary.java":`/** Numbers in base two. */
final class Binary {
    private Binary() {}

    /**
     * Reads a number in binary digits.
     *
     * @throws IllegalArgumentException for an empty text, one of more than 31 digits, or any character but 0 and 1
     */
    static int parse(String digits) {
        if (digits.isEmpty() || digits.length() > 31) throw new IllegalArgumentException("1 to 31 digits expected");
        int number = 0;
        for (char digit : digits.toCharArray()) {
            if (digit != '0' && digit != '1') throw new IllegalArgumentException("no binary digit: " + digit);
            number = number * 2 + (digit - '0');
        }
        return number;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(10, Binary.parse("1010"));
        Check.same(0, Binary.parse("0"));
        Check.same(Integer.MAX_VALUE, Binary.parse("1111111111111111111111111111111"));
        Check.refuses(() -> Binary.parse("12"));
        Check.refuses(() -> Binary.parse(""));
        Check.refuses(() -> Binary.parse("10000000000000000000000000000000"));
    }
}
`,"BinarySearch.java":`/** Looking for a number in a sorted array. */
final class BinarySearch {
    private BinarySearch() {}

    /** The index of the first element that is not less than the key; the length of the array where there is none. */
    static int lowerBound(int[] sorted, int key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

// trial of lowerBound
final class Trial {
    static void run() {
        int[] sorted = {1, 3, 3, 3, 8};
        Check.same(1, BinarySearch.lowerBound(sorted, 3));
        Check.same(0, BinarySearch.lowerBound(sorted, -4));
        Check.same(4, BinarySearch.lowerBound(sorted, 4));
        Check.same(5, BinarySearch.lowerBound(sorted, 9));
        Check.same(0, BinarySearch.lowerBound(new int[0], 1));
    }
}
`,"BitCounts.java":`/** Numbers bit by bit. */
final class BitCounts {
    private BitCounts() {}

    /** How many bits of the number are set, its sign bit among them. */
    static int ones(int number) {
        int ones = 0;
        for (int rest = number; rest != 0; rest &= rest - 1) ones++;
        return ones;
    }
}

// trial of ones
final class Trial {
    static void run() {
        Check.same(0, BitCounts.ones(0));
        Check.same(3, BitCounts.ones(0b10101));
        Check.same(32, BitCounts.ones(-1));
        Check.same(1, BitCounts.ones(Integer.MIN_VALUE));
    }
}
`,"Brackets.java":`import java.util.ArrayDeque;
import java.util.Deque;

/** Brackets in pairs. */
final class Brackets {
    private Brackets() {}

    /** Whether all of {@code ()[]{}} in a text are closed in the right order; every other character is passed over. */
    static boolean areBalanced(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '(':
                    open.push(')');
                    break;
                case '[':
                    open.push(']');
                    break;
                case '{':
                    open.push('}');
                    break;
                case ')':
                case ']':
                case '}':
                    if (open.isEmpty() || open.pop() != character) return false;
                    break;
                default:
                    break;
            }
        }
        return open.isEmpty();
    }
}

// trial of areBalanced
final class Trial {
    static void run() {
        Check.same(true, Brackets.areBalanced("f(a[1], {b})"));
        Check.same(false, Brackets.areBalanced("(]"));
        Check.same(false, Brackets.areBalanced("(("));
        Check.same(false, Brackets.areBalanced(")"));
        Check.same(true, Brackets.areBalanced(""));
        Check.same(false, Brackets.areBalanced("([)]"));
    }
}
`,"CaesarCipher.java":`/** The oldest of ciphers. */
final class CaesarCipher {
    private CaesarCipher() {}

    /** Moves every letter from a to z, and from A to Z, so many places on in the alphabet, round its end; a negative shift moves back. */
    static String shift(String text, int places) {
        StringBuilder shifted = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character >= 'a' && character <= 'z') {
                shifted.append((char) ('a' + Math.floorMod(character - 'a' + places, 26)));
            } else if (character >= 'A' && character <= 'Z') {
                shifted.append((char) ('A' + Math.floorMod(character - 'A' + places, 26)));
            } else {
                shifted.append(character);
            }
        }
        return shifted.toString();
    }
}

// trial of shift
final class Trial {
    static void run() {
        Check.same("Khoor, Zruog!", CaesarCipher.shift("Hello, World!", 3));
        Check.same("Hello, World!", CaesarCipher.shift("Khoor, Zruog!", -3));
        Check.same("abz", CaesarCipher.shift("zay", 1 + 26 * 4));
    }
}
`,"Capitals.java":`/** Letters at the beginning of words. */
final class Capitals {
    private Capitals() {}

    /** The text with the first letter of every word in upper case and the others as they are. Words are parted by blanks. */
    static String capitalise(String text) {
        StringBuilder capitalised = new StringBuilder();
        boolean begins = true;
        for (char character : text.toCharArray()) {
            capitalised.append(begins ? Character.toUpperCase(character) : character);
            begins = character == ' ';
        }
        return capitalised.toString();
    }
}

// trial of capitalise
final class Trial {
    static void run() {
        Check.same("The Quick  Fox", Capitals.capitalise("the quick  fox"));
        Check.same("ABC Def", Capitals.capitalise("aBC def"));
        Check.same("", Capitals.capitalise(""));
    }
}
`,"CheckDigit.java":`/** Numbers that tell when they were mistyped. */
final class CheckDigit {
    private CheckDigit() {}

    /**
     * Whether a number in decimal digits is valid after Luhn: from the right, every second digit is doubled, 9 is taken from what
     * is above 9, and the sum of all is a multiple of 10. A text that is empty, or holds anything but digits, is not.
     */
    static boolean isValid(String number) {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            if (digit < 0 || digit > 9) return false;
            int counted = place % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return !number.isEmpty() && sum % 10 == 0;
    }
}

// trial of isValid
final class Trial {
    static void run() {
        Check.same(true, CheckDigit.isValid("79927398713"));
        Check.same(false, CheckDigit.isValid("79927398710"));
        Check.same(true, CheckDigit.isValid("0"));
        Check.same(false, CheckDigit.isValid(""));
        Check.same(false, CheckDigit.isValid("18a"));
    }
}
`,"Chunks.java":`import java.util.ArrayList;
import java.util.List;

/** Lists in pieces. */
final class Chunks {
    private Chunks() {}

    /**
     * Cuts a list into consecutive pieces of that size; the last one may be shorter.
     *
     * @throws IllegalArgumentException for a size below 1
     */
    static <T> List<List<T>> of(List<T> elements, int size) {
        if (size < 1) throw new IllegalArgumentException("size below 1: " + size);
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += size) {
            chunks.add(new ArrayList<>(elements.subList(start, Math.min(elements.size(), start + size))));
        }
        return chunks;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(
                java.util.List.of(java.util.List.of(1, 2), java.util.List.of(3, 4), java.util.List.of(5)),
                Chunks.of(java.util.List.of(1, 2, 3, 4, 5), 2));
        Check.same(java.util.List.of(), Chunks.of(java.util.List.of(), 3));
        Check.refuses(() -> Chunks.of(java.util.List.of(1), 0));
    }
}
`,"ClockTimes.java":`/** Times of a day. */
final class ClockTimes {
    private ClockTimes() {}

    /** Minutes since midnight for a time such as {@code 07:45}, from {@code 00:00} to {@code 23:59}. @throws IllegalArgumentException for any other text */
    static int minutes(String time) {
        if (!time.matches("([01]\\\\d|2[0-3]):[0-5]\\\\d")) throw new IllegalArgumentException("no time: " + time);
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}

// trial of minutes
final class Trial {
    static void run() {
        Check.same(465, ClockTimes.minutes("07:45"));
        Check.same(0, ClockTimes.minutes("00:00"));
        Check.same(1439, ClockTimes.minutes("23:59"));
        Check.refuses(() -> ClockTimes.minutes("24:00"));
        Check.refuses(() -> ClockTimes.minutes("7:45"));
    }
}
`,"CoinChange.java":`/** Paying with coins. */
final class CoinChange {
    private CoinChange() {}

    /** The least number of coins of these values, each as often as one likes, that make the amount; -1 where none do. */
    static int fewest(int[] coins, int amount) {
        int[] fewest = new int[amount + 1];
        for (int sum = 1; sum <= amount; sum++) {
            fewest[sum] = -1;
            for (int coin : coins) {
                if (coin > sum || fewest[sum - coin] < 0) continue;
                int number = fewest[sum - coin] + 1;
                if (fewest[sum] < 0 || number < fewest[sum]) fewest[sum] = number;
            }
        }
        return fewest[amount];
    }
}

// trial of fewest
final class Trial {
    static void run() {
        Check.same(2, CoinChange.fewest(new int[] {1, 3, 4}, 6));
        Check.same(-1, CoinChange.fewest(new int[] {5, 10}, 3));
        Check.same(0, CoinChange.fewest(new int[] {2}, 0));
        Check.same(5, CoinChange.fewest(new int[] {2, 5}, 16));
    }
}
`,"Collatz.java":`/** A conjecture about numbers. */
final class Collatz {
    private Collatz() {}

    /**
     * Steps from a number to 1, when an even number is halved and an odd one becomes three times itself and one more.
     *
     * @throws IllegalArgumentException for a number below 1
     */
    static int steps(long number) {
        if (number < 1) throw new IllegalArgumentException("below 1: " + number);
        int steps = 0;
        for (long current = number; current != 1; steps++) {
            current = current % 2 == 0 ? current / 2 : 3 * current + 1;
        }
        return steps;
    }
}

// trial of steps
final class Trial {
    static void run() {
        Check.same(0, Collatz.steps(1));
        Check.same(111, Collatz.steps(27));
        Check.same(8, Collatz.steps(6));
        Check.refuses(() -> Collatz.steps(0));
    }
}
`,"CommonPrefix.java":`/** What texts begin with. */
final class CommonPrefix {
    private CommonPrefix() {}

    /** The longest text that all the given ones begin with; the empty text for none. */
    static String of(String... texts) {
        if (texts.length == 0) return "";
        String prefix = texts[0];
        for (String text : texts) {
            while (!text.startsWith(prefix)) prefix = prefix.substring(0, prefix.length() - 1);
        }
        return prefix;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same("inter", CommonPrefix.of("interval", "internal", "interest"));
        Check.same("", CommonPrefix.of("a", "b"));
        Check.same("only", CommonPrefix.of("only"));
        Check.same("", CommonPrefix.of());
    }
}
`,"CsvLine.java":`import java.util.ArrayList;
import java.util.List;

/** Lines of values with commas between. */
final class CsvLine {
    private CsvLine() {}

    /** The values of one line. A value may stand in double quotes; then commas are part of it, and two quotes are one. */
    static List<String> parse(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"' && quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                value.append('"');
                index++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        values.add(value.toString());
        return values;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(java.util.List.of("a", "b,c", ""), CsvLine.parse("a,\\"b,c\\","));
        Check.same(java.util.List.of("say \\"no\\""), CsvLine.parse("\\"say \\"\\"no\\"\\"\\""));
        Check.same(java.util.List.of(""), CsvLine.parse(""));
    }
}
`,"DigitSums.java":`/** Digits of numbers. */
final class DigitSums {
    private DigitSums() {}

    /** The sum of the decimal digits of a number, whatever its sign. */
    static int of(long number) {
        int sum = 0;
        for (long rest = number; rest != 0; rest /= 10) sum += (int) Math.abs(rest % 10);
        return sum;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(6, DigitSums.of(123));
        Check.same(9, DigitSums.of(-90));
        Check.same(0, DigitSums.of(0));
        Check.same(89, DigitSums.of(Long.MIN_VALUE));
    }
}
`,"Divisors.java":`/** Elementary number theory. */
final class Divisors {
    private Divisors() {}

    /** The greatest common divisor of two numbers, never negative; that of 0 and 0 is 0. */
    static long greatestCommon(long first, long second) {
        long a = Math.abs(first);
        long b = Math.abs(second);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}

// trial of greatestCommon
final class Trial {
    static void run() {
        Check.same(6L, Divisors.greatestCommon(54, 24));
        Check.same(7L, Divisors.greatestCommon(0, -7));
        Check.same(1L, Divisors.greatestCommon(-9, 28));
        Check.same(0L, Divisors.greatestCommon(0, 0));
    }
}
`,"Duplicates.java":`import java.util.ArrayList;
import java.util.List;

/** Elements that come again. */
final class Duplicates {
    private Duplicates() {}

    /** The elements without those that were there before, in their order; the given list is left as it is. */
    static <T> List<T> without(List<T> elements) {
        List<T> kept = new ArrayList<>();
        for (T element : elements) {
            if (!kept.contains(element)) kept.add(element);
        }
        return kept;
    }
}

// trial of without
final class Trial {
    static void run() {
        java.util.List<String> words = java.util.List.of("b", "a", "b", "c", "a");
        Check.same(java.util.List.of("b", "a", "c"), Duplicates.without(words));
        Check.same(java.util.List.of(), Duplicates.without(java.util.List.of()));
        Check.same(5, words.size());
    }
}
`,"Durations.java":`/** Spans of time in words. */
final class Durations {
    private Durations() {}

    /** Writes seconds as hours, minutes and seconds, {@code 1:02:05}; below an hour without the hours, {@code 2:05}. Never negative. */
    static String write(int seconds) {
        int hours = seconds / 3600;
        int minutes = seconds / 60 % 60;
        String end = String.format("%02d", seconds % 60);
        return hours == 0 ? minutes + ":" + end : String.format("%d:%02d:%s", hours, minutes, end);
    }
}

// trial of write
final class Trial {
    static void run() {
        Check.same("1:02:05", Durations.write(3725));
        Check.same("2:05", Durations.write(125));
        Check.same("0:00", Durations.write(0));
        Check.same("10:00:00", Durations.write(36000));
    }
}
`,"EditDistance.java":`/** How far two texts are apart. */
final class EditDistance {
    private EditDistance() {}

    /** The least number of characters to insert, delete or replace that turns one text into the other. */
    static int between(String first, String second) {
        int[] previous = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) previous[column] = column;
        for (int row = 1; row <= first.length(); row++) {
            int[] current = new int[second.length() + 1];
            current[0] = row;
            for (int column = 1; column <= second.length(); column++) {
                int replaced = previous[column - 1] + (first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[second.length()];
    }
}

// trial of between
final class Trial {
    static void run() {
        Check.same(3, EditDistance.between("kitten", "sitting"));
        Check.same(0, EditDistance.between("same", "same"));
        Check.same(4, EditDistance.between("", "four"));
        Check.same(2, EditDistance.between("ab", "ba"));
    }
}
`,"Evaluator.java":`import java.util.ArrayDeque;
import java.util.Deque;

/** Sums in the notation of pocket calculators of old. */
final class Evaluator {
    private Evaluator() {}

    /**
     * The value of an expression in postfix notation, whose whole numbers and operators {@code + - * /} have single blanks between:
     * {@code "3 4 + 2 *"} is 14. Division drops the rest.
     *
     * @throws IllegalArgumentException where an operator has not two numbers before it, or more than one number is left
     */
    static long evaluate(String expression) {
        Deque<Long> numbers = new ArrayDeque<>();
        for (String token : expression.split(" ")) {
            if (!"+-*/".contains(token)) {
                numbers.push(Long.parseLong(token));
                continue;
            }
            if (numbers.size() < 2) throw new IllegalArgumentException("too few numbers before " + token);
            long right = numbers.pop();
            long left = numbers.pop();
            switch (token) {
                case "+":
                    numbers.push(left + right);
                    break;
                case "-":
                    numbers.push(left - right);
                    break;
                case "*":
                    numbers.push(left * right);
                    break;
                default:
                    numbers.push(left / right);
                    break;
            }
        }
        if (numbers.size() != 1) throw new IllegalArgumentException("numbers are left over");
        return numbers.pop();
    }
}

// trial of evaluate
final class Trial {
    static void run() {
        Check.same(14L, Evaluator.evaluate("3 4 + 2 *"));
        Check.same(-2L, Evaluator.evaluate("7 -3 /"));
        Check.same(5L, Evaluator.evaluate("5"));
        Check.refuses(() -> Evaluator.evaluate("1 +"));
        Check.refuses(() -> Evaluator.evaluate("1 2"));
    }
}
`,"Factorials.java":`/** Products of all numbers up to one. */
final class Factorials {
    private Factorials() {}

    /**
     * {@code n!} for n from 0 to 20, the largest that fits.
     *
     * @throws IllegalArgumentException for any other n
     */
    static long factorial(int n) {
        if (n < 0 || n > 20) throw new IllegalArgumentException("not from 0 to 20: " + n);
        long product = 1;
        for (int factor = 2; factor <= n; factor++) product *= factor;
        return product;
    }
}

// trial of factorial
final class Trial {
    static void run() {
        Check.same(1L, Factorials.factorial(0));
        Check.same(120L, Factorials.factorial(5));
        Check.same(2432902008176640000L, Factorials.factorial(20));
        Check.refuses(() -> Factorials.factorial(21));
        Check.refuses(() -> Factorials.factorial(-1));
    }
}
`,"Fibonacci.java":`import java.math.BigInteger;

/** The numbers of Fibonacci. */
final class Fibonacci {
    private Fibonacci() {}

    /**
     * The n-th number: 0, 1, 1, 2, 3, 5, … from {@code n = 0} on, exact for any n.
     *
     * @throws IllegalArgumentException for a negative n
     */
    static BigInteger number(int n) {
        if (n < 0) throw new IllegalArgumentException("negative: " + n);
        BigInteger current = BigInteger.ZERO;
        BigInteger next = BigInteger.ONE;
        for (int step = 0; step < n; step++) {
            BigInteger sum = current.add(next);
            current = next;
            next = sum;
        }
        return current;
    }
}

// trial of number
final class Trial {
    static void run() {
        Check.same(new java.math.BigInteger("0"), Fibonacci.number(0));
        Check.same(new java.math.BigInteger("55"), Fibonacci.number(10));
        Check.same(new java.math.BigInteger("354224848179261915075"), Fibonacci.number(100));
        Check.refuses(() -> Fibonacci.number(-1));
    }
}
`,"GridPaths.java":`/** Ways through a grid. */
final class GridPaths {
    private GridPaths() {}

    /**
     * In how many ways one comes from the top left field to the bottom right one, moving right and down alone and over no field
     * that is blocked. The grid has at least one field, and its rows have one length.
     */
    static long count(boolean[][] blocked) {
        int columns = blocked[0].length;
        long[] ways = new long[columns];
        ways[0] = 1;
        for (boolean[] row : blocked) {
            for (int column = 0; column < columns; column++) {
                if (row[column]) ways[column] = 0;
                else if (column > 0) ways[column] += ways[column - 1];
            }
        }
        return ways[columns - 1];
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(6L, GridPaths.count(new boolean[3][3]));
        boolean[][] holed = new boolean[3][3];
        holed[1][1] = true;
        Check.same(2L, GridPaths.count(holed));
        Check.same(0L, GridPaths.count(new boolean[][] {{true}}));
        Check.same(1L, GridPaths.count(new boolean[1][5]));
    }
}
`,"Grouping.java":`import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words by what they have in common. */
final class Grouping {
    private Grouping() {}

    /** The words by their lengths, those of one length in their order. */
    static Map<Integer, List<String>> byLength(List<String> words) {
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (String word : words) groups.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(word);
        return groups;
    }
}

// trial of byLength
final class Trial {
    static void run() {
        Check.same(
                java.util.Map.of(1, java.util.List.of("a"), 2, java.util.List.of("to", "be")),
                Grouping.byLength(java.util.List.of("to", "a", "be")));
        Check.same(java.util.Map.of(), Grouping.byLength(java.util.List.of()));
    }
}
`,"HexText.java":`/** Bytes as text. */
final class HexText {
    private HexText() {}

    /** Two lower-case hexadecimal digits for each byte. */
    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(Character.forDigit((one >> 4) & 0xf, 16)).append(Character.forDigit(one & 0xf, 16));
        }
        return text.toString();
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same("00ff7f80", HexText.of(new byte[] {0, -1, 127, -128}));
        Check.same("", HexText.of(new byte[0]));
        Check.same("0a", HexText.of(new byte[] {10}));
    }
}
`,"InsertionSort.java":`/** A simple sort. */
final class InsertionSort {
    private InsertionSort() {}

    /** Sorts the array in place, in ascending order. */
    static void sort(int[] numbers) {
        for (int end = 1; end < numbers.length; end++) {
            int number = numbers[end];
            int at = end;
            while (at > 0 && numbers[at - 1] > number) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
    }
}

// trial of sort
final class Trial {
    static void run() {
        int[] numbers = {5, -1, 3, 3, 0};
        InsertionSort.sort(numbers);
        Check.same(new int[] {-1, 0, 3, 3, 5}, numbers);
        int[] none = {};
        InsertionSort.sort(none);
        Check.same(0, none.length);
    }
}
`,"Intervals.java":`import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pieces of a line. */
final class Intervals {
    private Intervals() {}

    /** Joins intervals, each a start and an end, that overlap or touch; the joined ones ascend. The given list is left as it is. */
    static List<int[]> merge(List<int[]> intervals) {
        List<int[]> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(interval -> interval[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] interval : sorted) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || interval[0] > last[1]) merged.add(interval.clone());
            else last[1] = Math.max(last[1], interval[1]);
        }
        return merged;
    }
}

// trial of merge
final class Trial {
    static void run() {
        java.util.List<int[]> merged =
                Intervals.merge(java.util.List.of(new int[] {8, 9}, new int[] {1, 3}, new int[] {2, 6}, new int[] {6, 7}));
        Check.same(new int[][] {{1, 7}, {8, 9}}, merged.toArray(new int[0][]));
        Check.same(0, Intervals.merge(java.util.List.of()).size());
        Check.same(
                new int[][] {{0, 9}},
                Intervals.merge(java.util.List.of(new int[] {0, 9}, new int[] {1, 2})).toArray(new int[0][]));
    }
}
`,"Islands.java":`/** Land in the sea. */
final class Islands {
    private Islands() {}

    /** How many islands a map shows: fields of {@code #} that hang together up, down, left and right. All rows have one length. */
    static int count(String... rows) {
        char[][] fields = new char[rows.length][];
        for (int row = 0; row < rows.length; row++) fields[row] = rows[row].toCharArray();
        int islands = 0;
        for (int row = 0; row < fields.length; row++) {
            for (int column = 0; column < fields[row].length; column++) {
                if (fields[row][column] != '#') continue;
                islands++;
                sink(fields, row, column);
            }
        }
        return islands;
    }

    private static void sink(char[][] fields, int row, int column) {
        if (row < 0 || column < 0 || row >= fields.length || column >= fields[row].length) return;
        if (fields[row][column] != '#') return;
        fields[row][column] = '.';
        sink(fields, row - 1, column);
        sink(fields, row + 1, column);
        sink(fields, row, column - 1);
        sink(fields, row, column + 1);
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(3, Islands.count("##..", ".#.#", "#..#"));
        Check.same(0, Islands.count("...."));
        Check.same(0, Islands.count());
        Check.same(1, Islands.count("###", "#.#", "###"));
    }
}
`,"LeapYears.java":`/** Years of the Gregorian calendar. */
final class LeapYears {
    private LeapYears() {}

    /** Whether a year has a 29th of February: every fourth year has, but of the full centuries only every fourth. */
    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}

// trial of isLeap
final class Trial {
    static void run() {
        Check.same(true, LeapYears.isLeap(2024));
        Check.same(false, LeapYears.isLeap(2023));
        Check.same(false, LeapYears.isLeap(1900));
        Check.same(true, LeapYears.isLeap(2000));
    }
}
`,"LinkedNodes.java":`/** A chain of numbers. */
final class LinkedNodes {
    final int value;
    LinkedNodes next;

    LinkedNodes(int value, LinkedNodes next) {
        this.value = value;
        this.next = next;
    }

    /** Turns a chain round, in place: returns its last node, from which each leads to the one before. {@code null} is the empty chain. */
    static LinkedNodes reverse(LinkedNodes first) {
        LinkedNodes reversed = null;
        LinkedNodes rest = first;
        while (rest != null) {
            LinkedNodes next = rest.next;
            rest.next = reversed;
            reversed = rest;
            rest = next;
        }
        return reversed;
    }
}

// trial of reverse
final class Trial {
    static void run() {
        LinkedNodes chain = LinkedNodes.reverse(new LinkedNodes(1, new LinkedNodes(2, new LinkedNodes(3, null))));
        Check.same(3, chain.value);
        Check.same(2, chain.next.value);
        Check.same(1, chain.next.next.value);
        Check.same(null, chain.next.next.next);
        Check.same(null, LinkedNodes.reverse(null));
    }
}
`,"Matrices.java":`/** Tables of numbers. */
final class Matrices {
    private Matrices() {}

    /** The transposed matrix: its rows are the columns of the given one, which is left as it is. All rows have one length. */
    static int[][] transpose(int[][] matrix) {
        if (matrix.length == 0) return new int[0][];
        int[][] transposed = new int[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[row].length; column++) transposed[column][row] = matrix[row][column];
        }
        return transposed;
    }
}

// trial of transpose
final class Trial {
    static void run() {
        int[][] matrix = {{1, 2, 3}, {4, 5, 6}};
        Check.same(new int[][] {{1, 4}, {2, 5}, {3, 6}}, Matrices.transpose(matrix));
        Check.same(new int[][] {{1, 2, 3}, {4, 5, 6}}, matrix);
        Check.same(0, Matrices.transpose(new int[0][]).length);
    }
}
`,"MatrixProduct.java":`/** Products of matrices. */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * The product of two matrices, each an array of rows.
     *
     * @throws IllegalArgumentException when the first has not as many columns as the second has rows
     */
    static double[][] multiply(double[][] left, double[][] right) {
        if (left[0].length != right.length) throw new IllegalArgumentException("sizes do not fit");
        double[][] product = new double[left.length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < right[0].length; column++) {
                double sum = 0;
                for (int inner = 0; inner < right.length; inner++) sum += left[row][inner] * right[inner][column];
                product[row][column] = sum;
            }
        }
        return product;
    }
}

// trial of multiply
final class Trial {
    static void run() {
        double[][] left = {{1, 2}, {3, 4}};
        double[][] right = {{0, 1, 2}, {1, 0, 3}};
        Check.same(new double[][] {{2, 1, 8}, {4, 3, 18}}, MatrixProduct.multiply(left, right));
        Check.refuses(() -> MatrixProduct.multiply(right, left));
    }
}
`,"MergeSorted.java":`/** Joining what is sorted already. */
final class MergeSorted {
    private MergeSorted() {}

    /** The elements of two ascending arrays in one ascending array; what occurs twice stays twice. */
    static int[] merge(int[] first, int[] second) {
        int[] merged = new int[first.length + second.length];
        int left = 0;
        int right = 0;
        for (int at = 0; at < merged.length; at++) {
            boolean takeLeft = right == second.length || (left < first.length && first[left] <= second[right]);
            merged[at] = takeLeft ? first[left++] : second[right++];
        }
        return merged;
    }
}

// trial of merge
final class Trial {
    static void run() {
        Check.same(new int[] {1, 2, 2, 4, 9}, MergeSorted.merge(new int[] {2, 4}, new int[] {1, 2, 9}));
        Check.same(new int[] {7}, MergeSorted.merge(new int[] {}, new int[] {7}));
        Check.same(new int[] {}, MergeSorted.merge(new int[] {}, new int[] {}));
    }
}
`,"PairSums.java":`/** Two numbers that make a third. */
final class PairSums {
    private PairSums() {}

    /** The indices, the lower one first, of the first two elements that make the sum; {@code null} where no two do. First is: with the lowest upper index. */
    static int[] find(int[] numbers, int sum) {
        for (int upper = 1; upper < numbers.length; upper++) {
            for (int lower = 0; lower < upper; lower++) {
                if (numbers[lower] + numbers[upper] == sum) return new int[] {lower, upper};
            }
        }
        return null;
    }
}

// trial of find
final class Trial {
    static void run() {
        Check.same(new int[] {0, 2}, PairSums.find(new int[] {2, 7, 5, 0, 7}, 7));
        Check.same(null, PairSums.find(new int[] {3}, 6));
        Check.same(new int[] {0, 1}, PairSums.find(new int[] {3, 3}, 6));
    }
}
`,"Palindromes.java":`/** Texts that read the same both ways. */
final class Palindromes {
    private Palindromes() {}

    /** Whether the letters and digits of a text read the same backwards; case, blanks and punctuation do not count. */
    static boolean isPalindrome(String text) {
        int left = 0;
        int right = text.length() - 1;
        while (left < right) {
            char first = text.charAt(left);
            char last = text.charAt(right);
            if (!Character.isLetterOrDigit(first)) left++;
            else if (!Character.isLetterOrDigit(last)) right--;
            else if (Character.toLowerCase(first) != Character.toLowerCase(last)) return false;
            else {
                left++;
                right--;
            }
        }
        return true;
    }
}

// trial of isPalindrome
final class Trial {
    static void run() {
        Check.same(true, Palindromes.isPalindrome("Never odd or even"));
        Check.same(true, Palindromes.isPalindrome(""));
        Check.same(false, Palindromes.isPalindrome("palimpsest"));
        Check.same(true, Palindromes.isPalindrome("1, 2; 2 - 1!"));
        Check.same(false, Palindromes.isPalindrome("ab"));
    }
}
`,"Permutations.java":`import java.util.ArrayList;
import java.util.List;

/** Orders of letters. */
final class Permutations {
    private Permutations() {}

    /** All orders of the letters of a text, sorted; the letters differ from each other. The empty text has one order, itself. */
    static List<String> of(String letters) {
        List<String> orders = new ArrayList<>();
        if (letters.isEmpty()) {
            orders.add("");
            return orders;
        }
        for (int index = 0; index < letters.length(); index++) {
            for (String rest : of(letters.substring(0, index) + letters.substring(index + 1))) {
                orders.add(letters.charAt(index) + rest);
            }
        }
        orders.sort(null);
        return orders;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(java.util.List.of("abc", "acb", "bac", "bca", "cab", "cba"), Permutations.of("cab"));
        Check.same(java.util.List.of(""), Permutations.of(""));
        Check.same(24, Permutations.of("wxyz").size());
    }
}
`,"Polynomials.java":`/** Sums of powers. */
final class Polynomials {
    private Polynomials() {}

    /** The value at x of a polynomial with these coefficients, that of the constant first; 0 without coefficients. */
    static double valueAt(double x, double... coefficients) {
        double value = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) value = value * x + coefficients[power];
        return value;
    }
}

// trial of valueAt
final class Trial {
    static void run() {
        Check.near(17, Polynomials.valueAt(2, 1, 0, 4));
        Check.near(1, Polynomials.valueAt(0, 1, 5, 9));
        Check.near(0, Polynomials.valueAt(3));
    }
}
`,"PowerSet.java":`import java.util.ArrayList;
import java.util.List;

/** Parts of a set. */
final class PowerSet {
    private PowerSet() {}

    /** All sublists of a list, the empty one and the list itself among them, each in the order of the list; in any order. */
    static <T> List<List<T>> of(List<T> elements) {
        List<List<T>> subsets = new ArrayList<>();
        subsets.add(new ArrayList<>());
        for (T element : elements) {
            for (List<T> subset : new ArrayList<>(subsets)) {
                List<T> larger = new ArrayList<>(subset);
                larger.add(element);
                subsets.add(larger);
            }
        }
        return subsets;
    }
}

// trial of of
final class Trial {
    static void run() {
        java.util.List<java.util.List<Integer>> subsets = PowerSet.of(java.util.List.of(1, 2, 3));
        Check.same(8, subsets.size());
        Check.same(8, new java.util.HashSet<>(subsets).size());
        Check.same(true, subsets.contains(java.util.List.of(1, 3)));
        Check.same(true, subsets.contains(java.util.List.of()));
        Check.same(java.util.List.of(java.util.List.of()), PowerSet.of(java.util.List.of()));
    }
}
`,"Primes.java":`/** Prime numbers. */
final class Primes {
    private Primes() {}

    /** Whether a number is prime: greater than 1, and divided by 1 and itself alone. */
    static boolean isPrime(int number) {
        if (number < 2) return false;
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) return false;
        }
        return true;
    }
}

// trial of isPrime
final class Trial {
    static void run() {
        Check.same(true, Primes.isPrime(2));
        Check.same(true, Primes.isPrime(97));
        Check.same(false, Primes.isPrime(91));
        Check.same(false, Primes.isPrime(1));
        Check.same(false, Primes.isPrime(-7));
        Check.same(true, Primes.isPrime(Integer.MAX_VALUE));
    }
}
`,"QueryText.java":`import java.util.LinkedHashMap;
import java.util.Map;

/** The part of an address after its question mark. */
final class QueryText {
    private QueryText() {}

    /** The parameters of a text such as {@code a=1&b=2}, in their order. One without {@code =} has an empty value; of two with one name the last counts. */
    static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            if (equals < 0) parameters.put(part, "");
            else parameters.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parameters;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(java.util.Map.of("a", "1", "b", "x=y"), QueryText.parse("a=1&b=x=y"));
        Check.same(java.util.Map.of("flag", "", "a", "2"), QueryText.parse("a=1&flag&&a=2"));
        Check.same(java.util.Map.of(), QueryText.parse(""));
    }
}
`,"RingBuffer.java":`/** The last few of many numbers. */
final class RingBuffer {
    private final int[] numbers;
    private int added;

    RingBuffer(int capacity) {
        numbers = new int[capacity];
    }

    /** Adds a number; the oldest one is forgotten where there is no room. */
    void add(int number) {
        numbers[added % numbers.length] = number;
        added++;
    }

    /** What is remembered, the oldest first. */
    int[] toArray() {
        int size = Math.min(added, numbers.length);
        int[] array = new int[size];
        for (int index = 0; index < size; index++) array[index] = numbers[(added - size + index) % numbers.length];
        return array;
    }
}

// trial of toArray
final class Trial {
    static void run() {
        RingBuffer buffer = new RingBuffer(3);
        Check.same(new int[] {}, buffer.toArray());
        buffer.add(1);
        buffer.add(2);
        Check.same(new int[] {1, 2}, buffer.toArray());
        for (int number = 3; number <= 8; number++) buffer.add(number);
        Check.same(new int[] {6, 7, 8}, buffer.toArray());
    }
}
`,"RomanNumerals.java":`/** Numbers as the Romans wrote them. */
final class RomanNumerals {
    private RomanNumerals() {}

    /**
     * Writes a number from 1 to 3999 with the letters I, V, X, L, C, D and M, in the subtractive form: 4 is {@code IV},
     * 1994 is {@code MCMXCIV}.
     *
     * @throws IllegalArgumentException for any other number
     */
    static String write(int number) {
        if (number < 1 || number > 3999) throw new IllegalArgumentException("no Roman numeral: " + number);
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] letters = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder written = new StringBuilder();
        int rest = number;
        for (int index = 0; index < values.length; index++) {
            while (rest >= values[index]) {
                written.append(letters[index]);
                rest -= values[index];
            }
        }
        return written.toString();
    }
}

// trial of write
final class Trial {
    static void run() {
        Check.same("IV", RomanNumerals.write(4));
        Check.same("MCMXCIV", RomanNumerals.write(1994));
        Check.same("MMMCMXCIX", RomanNumerals.write(3999));
        Check.refuses(() -> RomanNumerals.write(0));
        Check.refuses(() -> RomanNumerals.write(4000));
    }
}
`,"Rotation.java":`/** Arrays turned round. */
final class Rotation {
    private Rotation() {}

    /** A new array with every element so many places further right, round the end; negative places are to the left. */
    static int[] rotate(int[] numbers, int places) {
        int[] rotated = new int[numbers.length];
        for (int index = 0; index < numbers.length; index++) {
            rotated[Math.floorMod(index + places, numbers.length)] = numbers[index];
        }
        return rotated;
    }
}

// trial of rotate
final class Trial {
    static void run() {
        Check.same(new int[] {4, 5, 1, 2, 3}, Rotation.rotate(new int[] {1, 2, 3, 4, 5}, 2));
        Check.same(new int[] {2, 3, 1}, Rotation.rotate(new int[] {1, 2, 3}, -1));
        Check.same(new int[] {3, 1, 2}, Rotation.rotate(new int[] {1, 2, 3}, 7));
        Check.same(new int[] {}, Rotation.rotate(new int[] {}, 3));
    }
}
`,"RunLengths.java":`/** Run-length encoding of plain text. */
final class RunLengths {
    private RunLengths() {}

    /**
     * Writes every run of one character as the character followed by the length of the run: {@code "aaab"} becomes
     * {@code "a3b1"}. The empty text stays empty.
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && text.charAt(end) == text.charAt(start)) end++;
            encoded.append(text.charAt(start)).append(end - start);
            start = end;
        }
        return encoded.toString();
    }
}

// trial of encode
final class Trial {
    static void run() {
        Check.same("a3b1", RunLengths.encode("aaab"));
        Check.same("", RunLengths.encode(""));
        Check.same("x1y1x1", RunLengths.encode("xyx"));
        Check.same("z12", RunLengths.encode("zzzzzzzzzzzz"));
    }
}
`,"SearchTree.java":`/** Numbers in a binary search tree. */
final class SearchTree {
    private Node root;

    private static final class Node {
        final int value;
        Node smaller;
        Node larger;

        Node(int value) {
            this.value = value;
        }
    }

    /** Adds a number; returns whether it was not there yet. */
    boolean add(int value) {
        if (root == null) {
            root = new Node(value);
            return true;
        }
        Node node = root;
        while (node.value != value) {
            Node next = value < node.value ? node.smaller : node.larger;
            if (next == null) {
                if (value < node.value) node.smaller = new Node(value);
                else node.larger = new Node(value);
                return true;
            }
            node = next;
        }
        return false;
    }

    /** Nodes on the longest way down from the root. */
    int height() {
        return heightOf(root);
    }

    private static int heightOf(Node node) {
        return node == null ? 0 : 1 + Math.max(heightOf(node.smaller), heightOf(node.larger));
    }
}

// trial of add
final class Trial {
    static void run() {
        SearchTree tree = new SearchTree();
        Check.same(0, tree.height());
        Check.same(true, tree.add(5));
        Check.same(true, tree.add(2));
        Check.same(true, tree.add(8));
        Check.same(false, tree.add(2));
        Check.same(2, tree.height());
        Check.same(true, tree.add(9));
        Check.same(3, tree.height());
        Check.same(false, tree.add(9));
    }
}
`,"ShortestWay.java":`import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Ways in a graph. */
final class ShortestWay {
    private ShortestWay() {}

    /** The least number of steps from one node to another; {@code neighbours.get(n)} are the nodes one step from n. -1 where no way leads. */
    static int steps(List<List<Integer>> neighbours, int from, int to) {
        int[] steps = new int[neighbours.size()];
        Arrays.fill(steps, -1);
        steps[from] = 0;
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next : neighbours.get(node)) {
                if (steps[next] >= 0) continue;
                steps[next] = steps[node] + 1;
                queue.add(next);
            }
        }
        return steps[to];
    }
}

// trial of steps
final class Trial {
    static void run() {
        java.util.List<java.util.List<Integer>> graph = java.util.List.of(
                java.util.List.of(1, 2), java.util.List.of(3), java.util.List.of(3), java.util.List.of(0), java.util.List.of(0));
        Check.same(2, ShortestWay.steps(graph, 0, 3));
        Check.same(0, ShortestWay.steps(graph, 4, 4));
        Check.same(-1, ShortestWay.steps(graph, 0, 4));
        Check.same(3, ShortestWay.steps(graph, 4, 3));
    }
}
`,"Sieve.java":`import java.util.ArrayList;
import java.util.List;

/** Prime numbers up to a bound, after Eratosthenes. */
final class Sieve {
    private Sieve() {}

    /** All primes up to and including the bound, in ascending order. */
    static List<Integer> primesUpTo(int bound) {
        List<Integer> primes = new ArrayList<>();
        boolean[] crossed = new boolean[Math.max(0, bound) + 1];
        for (int number = 2; number <= bound; number++) {
            if (crossed[number]) continue;
            primes.add(number);
            for (long multiple = (long) number * number; multiple <= bound; multiple += number) {
                crossed[(int) multiple] = true;
            }
        }
        return primes;
    }
}

// trial of primesUpTo
final class Trial {
    static void run() {
        Check.same(java.util.List.of(2, 3, 5, 7, 11, 13), Sieve.primesUpTo(13));
        Check.same(java.util.List.of(), Sieve.primesUpTo(1));
        Check.same(168, Sieve.primesUpTo(1000).size());
    }
}
`,"SnakeCase.java":`/** Names in the styles of several languages. */
final class SnakeCase {
    private SnakeCase() {}

    /** Turns a name in camel case into one in snake case: {@code lineLengthLimit} becomes {@code line_length_limit}. */
    static String fromCamelCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            char letter = name.charAt(index);
            if (Character.isUpperCase(letter)) {
                if (index > 0) snake.append('_');
                snake.append(Character.toLowerCase(letter));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}

// trial of fromCamelCase
final class Trial {
    static void run() {
        Check.same("line_length_limit", SnakeCase.fromCamelCase("lineLengthLimit"));
        Check.same("point", SnakeCase.fromCamelCase("Point"));
        Check.same("", SnakeCase.fromCamelCase(""));
        Check.same("area2_d", SnakeCase.fromCamelCase("area2D"));
    }
}
`,"SpiralOrder.java":`/** Round and round a matrix. */
final class SpiralOrder {
    private SpiralOrder() {}

    /** The elements from the top left one on clockwise, inwards; all rows have one length. */
    static int[] read(int[][] matrix) {
        int top = 0;
        int bottom = matrix.length - 1;
        int left = 0;
        int right = matrix.length == 0 ? -1 : matrix[0].length - 1;
        int[] order = new int[matrix.length * (right + 1)];
        int at = 0;
        while (top <= bottom && left <= right) {
            for (int column = left; column <= right; column++) order[at++] = matrix[top][column];
            top++;
            for (int row = top; row <= bottom; row++) order[at++] = matrix[row][right];
            right--;
            if (top <= bottom) {
                for (int column = right; column >= left; column--) order[at++] = matrix[bottom][column];
                bottom--;
            }
            if (left <= right) {
                for (int row = bottom; row >= top; row--) order[at++] = matrix[row][left];
                left++;
            }
        }
        return order;
    }
}

// trial of read
final class Trial {
    static void run() {
        Check.same(new int[] {1, 2, 3, 6, 9, 8, 7, 4, 5}, SpiralOrder.read(new int[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}));
        Check.same(new int[] {1, 2, 3}, SpiralOrder.read(new int[][] {{1}, {2}, {3}}));
        Check.same(new int[] {1, 2, 4, 3}, SpiralOrder.read(new int[][] {{1, 2}, {3, 4}}));
        Check.same(new int[] {}, SpiralOrder.read(new int[0][]));
    }
}
`,"Spread.java":`/** How far numbers lie apart. */
final class Spread {
    private Spread() {}

    /** The standard deviation of a whole population: the root of the mean squared distance from the mean; 0 for no numbers. */
    static double standardDeviation(double... numbers) {
        if (numbers.length == 0) return 0;
        double sum = 0;
        for (double number : numbers) sum += number;
        double mean = sum / numbers.length;
        double squares = 0;
        for (double number : numbers) squares += (number - mean) * (number - mean);
        return Math.sqrt(squares / numbers.length);
    }
}

// trial of standardDeviation
final class Trial {
    static void run() {
        Check.near(2, Spread.standardDeviation(2, 4, 4, 4, 5, 5, 7, 9));
        Check.near(0, Spread.standardDeviation(3));
        Check.near(0, Spread.standardDeviation());
    }
}
`,"Stack.java":`import java.util.NoSuchElementException;

/** The last one in is the first one out. */
final class Stack {
    private int[] elements = new int[4];
    private int size;

    /** Puts an element on top; there is always room for one more. */
    void push(int element) {
        if (size == elements.length) elements = java.util.Arrays.copyOf(elements, size * 2);
        elements[size++] = element;
    }

    /** Takes the top element away. */
    int take() {
        if (size == 0) throw new NoSuchElementException("the stack is empty");
        return elements[--size];
    }

    int size() {
        return size;
    }
}

// trial of push
final class Trial {
    static void run() {
        Stack stack = new Stack();
        for (int number = 0; number < 100; number++) stack.push(number);
        Check.same(100, stack.size());
        Check.same(99, stack.take());
        stack.push(7);
        Check.same(7, stack.take());
        Check.same(98, stack.take());
    }
}
`,"Temperatures.java":`/** Degrees in two scales. */
final class Temperatures {
    private Temperatures() {}

    /** Degrees Celsius for degrees Fahrenheit: water freezes at 32 °F and boils at 212 °F. */
    static double toCelsius(double fahrenheit) {
        return (fahrenheit - 32) * 5 / 9;
    }
}

// trial of toCelsius
final class Trial {
    static void run() {
        Check.near(0, Temperatures.toCelsius(32));
        Check.near(100, Temperatures.toCelsius(212));
        Check.near(-40, Temperatures.toCelsius(-40));
    }
}
`,"Templates.java":`import java.util.Map;

/** Texts with gaps. */
final class Templates {
    private Templates() {}

    /** Replaces every {@code {name}} by the value of that name; one without a value stays as it is. Values are not looked at again. */
    static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int end = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
            String value = end < 0 ? null : values.get(template.substring(at + 1, end));
            if (value == null) {
                filled.append(template.charAt(at));
                at++;
            } else {
                filled.append(value);
                at = end + 1;
            }
        }
        return filled.toString();
    }
}

// trial of fill
final class Trial {
    static void run() {
        java.util.Map<String, String> values = java.util.Map.of("name", "Ada", "odd", "{name}");
        Check.same("Dear Ada,", Templates.fill("Dear {name},", values));
        Check.same("{name} {unknown}", Templates.fill("{odd} {unknown}", values));
        Check.same("{", Templates.fill("{", values));
    }
}
`,"Versions.java":`/** Numbers of releases. */
final class Versions {
    private Versions() {}

    /** Compares versions such as {@code 1.10.2} number by number: negative, 0 or positive. Missing numbers count as 0. */
    static int compare(String first, String second) {
        String[] left = first.split("\\\\.");
        String[] right = second.split("\\\\.");
        for (int index = 0; index < Math.max(left.length, right.length); index++) {
            int a = index < left.length ? Integer.parseInt(left[index]) : 0;
            int b = index < right.length ? Integer.parseInt(right[index]) : 0;
            if (a != b) return Integer.compare(a, b);
        }
        return 0;
    }
}

// trial of compare
final class Trial {
    static void run() {
        Check.same(true, Versions.compare("1.10", "1.9.7") > 0);
        Check.same(0, Versions.compare("2", "2.0.0"));
        Check.same(true, Versions.compare("0.9", "1") < 0);
    }
}
`,"WordCount.java":`import java.util.Map;
import java.util.TreeMap;

/** How often words occur. */
final class WordCount {
    private WordCount() {}

    /** The words of a text in lower case, each with how often it occurs. Words are parted by anything that is no letter. */
    static Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : text.toLowerCase().split("[^\\\\p{L}]+")) {
            if (!word.isEmpty()) counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(java.util.Map.of("the", 2, "cat", 1, "hat", 1), WordCount.count("The cat, the hat."));
        Check.same(java.util.Map.of(), WordCount.count(" 12 - "));
        Check.same(java.util.Map.of("a", 3), WordCount.count("a1A...a"));
    }
}
`,"Wrapping.java":`import java.util.ArrayList;
import java.util.List;

/** Text in lines. */
final class Wrapping {
    private Wrapping() {}

    /** Breaks a text between its words into lines of at most that width, each as full as can be. A longer word has a line of its own. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.trim().split("\\\\s+")) {
            if (word.isEmpty()) continue;
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) line.append(' ');
            line.append(word);
        }
        if (line.length() > 0) lines.add(line.toString());
        return lines;
    }
}

// trial of wrap
final class Trial {
    static void run() {
        Check.same(java.util.List.of("the quick", "brown fox"), Wrapping.wrap("the quick brown fox", 10));
        Check.same(java.util.List.of("a", "incomprehensible", "b"), Wrapping.wrap("a incomprehensible b", 4));
        Check.same(java.util.List.of(), Wrapping.wrap("  ", 4));
    }
}
`};var dn=/^\/\/ trial of (\w+)\n/m,S=Object.entries(H).map(([n,e])=>hn(n,e));function hn(n,e){let[t="",a="",i=""]=e.split(dn);return{name:n.replace(/\.java$/,""),path:n,text:`${t.trimEnd()}
`,method:a,trial:i}}import{randomUUID as vn}from"node:crypto";import{mkdir as bn,mkdtemp as kn,rm as Cn,writeFile as yn}from"node:fs/promises";import{availableParallelism as xn,tmpdir as K}from"node:os";import{join as T}from"node:path";var J=`import java.util.Objects;

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
`,$=`final class Start {
    public static void main(String[] arguments) {
        Trial.run();
        System.out.println(arguments[0]);
    }
}
`;import{spawn as fn}from"node:child_process";var pn=1e6,gn=4096;async function C([n="",...e],t){let{folder:a,timeoutMs:i,signal:l}=t;l.throwIfAborted();let s=fn(n,e,{cwd:a,env:wn(a),stdio:["ignore","pipe","ignore"],detached:process.platform!=="win32"}),r=()=>{try{s.pid!==void 0&&process.platform!=="win32"?process.kill(-s.pid,"SIGKILL"):s.kill("SIGKILL")}catch{}},[d,c,u]=["",0,!1];s.stdout.setEncoding("utf8").on("data",o=>{c+=o.length,d=(d+o).slice(-gn),c>pn&&r()});let m=setTimeout(()=>{u=!0,r()},i);l.addEventListener("abort",r,{once:!0});try{let o=await new Promise(h=>{s.on("error",()=>h(null)),s.on("close",h)});return l.throwIfAborted(),{exitCode:o,timedOut:u,output:d}}finally{clearTimeout(m),l.removeEventListener("abort",r),r()}}function wn(n){let{PATH:e,JAVA_HOME:t,SystemRoot:a}=process.env,l=Object.entries({PATH:e,JAVA_HOME:t,SystemRoot:a}).filter(([,s])=>s!==void 0);return{...Object.fromEntries(l),HOME:n,TMPDIR:n,LANG:"C.UTF-8"}}var Y=6e4,Ln=15e3,Sn=4,Tn=["-J-Xmx256m","-J-XX:+UseSerialGC","-J-XX:TieredStopAtLevel=1","-J-Xshare:auto"],An=["-Xmx128m","-Xss1m","-XX:MaxMetaspaceSize=96m","-XX:+UseSerialGC","-XX:TieredStopAtLevel=1","-Xshare:auto"],Q="-Djava.security.manager=default",Z=["unshare","--map-root-user","--net"];async function nn(n){let e=async a=>(await C(a,{folder:K(),timeoutMs:Y,signal:n})).exitCode===0;for(let a of["javac","java"])if(!await e([a,"-version"]))throw new f("jdk-missing",`--generalisation compiles and runs small Java programs, and ${a} cannot be started here`,"Put a JDK on PATH, or leave --generalisation out.");let t={network:await e([...Z,"java","-version"])?"none":"open",securityManager:await e(["java",Q,"-version"])};return{isolation:t,concurrency:Math.min(Sn,xn()),run:(a,i,l)=>In(s=>jn(s,a,i,t,l))}}async function jn(n,e,t,a,i){let l={[e.path]:t,"Trial.java":e.trial,"Check.java":J,"Start.java":$};for(let[u,m]of Object.entries(l))await yn(T(n,u),m);let s=T(n,"classes");await bn(s);let r=["javac",...Tn,"-proc:none","-nowarn","-encoding","UTF-8","-d",s,"-cp",s];if((await C([...r,...Object.keys(l)],{folder:n,timeoutMs:Y,signal:i})).exitCode!==0)return"does-not-compile";let c=await C(Mn(s,a),{folder:s,timeoutMs:Ln,signal:i});return Pn(c)}var en=vn();function Mn(n,{network:e,securityManager:t}){let a=t?[Q]:[],i=["java",...An,...a,"-cp",n,"Start",en];return e==="none"?[...Z,...i]:i}function Pn({exitCode:n,timedOut:e,output:t}){return e?"times-out":n===0&&t.trimEnd().endsWith(en)?"passes":"fails"}async function In(n){let e=await kn(T(K(),"palimpsest-trial-"));try{return await n(e)}finally{await Cn(e,{recursive:!0,force:!0})}}async function tn(n){return{tasks:S,trials:await nn(n),foreign:S.map(({text:e})=>e)}}async function an({main:n},{signal:e}){let{tasks:t,trials:a,foreign:i}=await tn(e);return{language:n,tasks:t,trials:a,foreign:i}}async function Ce(n,e){let{environment:t,signal:a,progress:i}=e,l=V(n),s=U(n),{repository:r}=await N(n.repo),d=n.head===void 0?await r.defaultBranch():await r.resolve(n.head),c=await B(t),u=z(n,e,{areSeveral:!0}),m=await I(r),o=await x(n.challenger,u,r,c),h=await _(o,{named:n.champion,models:u,repository:r,languages:c,book:m}),w=h===null?null:await Bn(h,n.since,r),b=n.generalisation===!0?await an(c,e):null,p=new Date,g=new W(n),A=k=>F({repository:r,head:d,challenger:{reference:o.reference,model:g.insteadOf(o.loaded.model)},champion:h===null||w===null?null:{reference:h.reference,model:g.insteadOf(h.loaded.model),trainedAt:w},policy:l,sample:s,baseline:{isWanted:n.baseline,now:p},generalisation:b,languages:c,journal:k,progress:i,signal:a});if(g.isOn)return await A(null),y(g.report("promote"),n,t);let rn=[d.hash,o,h].map(On),j=await q(await D("promote",r,t,rn),async k=>{let v=await A(k);a.throwIfAborted(),v.baseline==="measured"&&await O(o.loaded,v.challenger.model);let sn=await G({report:v,book:m,challenger:o,champion:h,languages:c,now:p});return process.stderr.write(`kept as .palimpsest/promotions/${sn}
`),v.unasked===void 0&&await k.finish(),v});n.failOn==="kept"&&j.decision.kind==="keep"&&(process.exitCode=1),await y(j,n,t)}async function Bn({reference:n,loaded:e},t,a){let i=t??e.model.card.trainedAt?.revision;if(i!==void 0)return a.resolve(i);throw new f("bad-setting",`it is not known at which revision the champion ${n} was trained`,"Say so in the models file (trained-at), or with --since REV.")}function On(n){return typeof n=="string"?n:n?.loaded.model.card.fingerprint??""}export{Ce as runPromote};
