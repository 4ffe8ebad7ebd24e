package taskglass.bench.load;

/** One step of the bench: so many sessions, so many of them at work, so many events a second. */
record LoadStep(int sessions, int running, int rate) {
    static LoadStep of(String words) {
        String[] numbers = words.split("/", 3);
        return new LoadStep(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }
}
