package facts;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;

/** What a call waits for, and what only looks as if. */
final class Kinds {
  void kinds(Future<String> future, BlockingQueue<String> queue, Thread thread) throws Exception {
    Thread.sleep(10_000); // fact: waits for sleep
    future.get(); // fact: waits for future
    queue.take(); // fact: waits for queue
    thread.join(); // fact: waits for thread
    new Socket().connect(null); // fact: waits for socket
    queue.offer("a"); // fact: none
    future.isDone(); // fact: none
    thread.interrupt(); // fact: none
    new ByteArrayInputStream(new byte[1]).read(); // fact: none
  }
}
