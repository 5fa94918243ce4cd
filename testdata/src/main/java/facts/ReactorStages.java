package facts;

import java.io.File;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Each stage of a chain runs where the stage before it emits. */
final class ReactorStages {
  Flux<Boolean> chain(Flux<File> files) {
    return files
        .map(file -> file.exists()) // fact: waits for metadata
        .publishOn(Schedulers.parallel())
        .map(path -> new File("a").exists()) // fact: waits for metadata, runs on cpu-pool
        .publishOn(Schedulers.boundedElastic())
        .map(path -> new File("b").exists()); // fact: waits for metadata
  }

  Mono<Boolean> subscription(File file) {
    return Mono.fromCallable(() -> file.exists()) // fact: waits for metadata, runs on cpu-pool
        .subscribeOn(Schedulers.parallel());
  }

  Mono<Boolean> nearestWins(File file) {
    return Mono.fromCallable(() -> file.exists()) // fact: waits for metadata
        .subscribeOn(Schedulers.boundedElastic())
        .subscribeOn(Schedulers.parallel());
  }
}
