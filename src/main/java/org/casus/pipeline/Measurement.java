package org.casus.pipeline;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * What a piece of work costs: time on the clock, how much of it was for giving memory back, time of
 * all processors together, and the most heap in use meanwhile, what nobody needs any more included.
 * Heap is that of the whole process, so that only one measurement at a time tells it.
 */
public final class Measurement {

  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private final long collectionBegun = collectionTime();
  private final long begun = System.nanoTime();
  private final long processorBegun = processorTime();

  private Measurement() {}

  /** Begins to measure, once the memory that earlier work left is given back. */
  public static Measurement begin() {
    System.gc();
    HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
    return new Measurement();
  }

  /** Seconds on the clock until now. */
  double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Seconds of all processors together until now. */
  double processorSeconds() {
    return (processorTime() - processorBegun) / 1e9;
  }

  /**
   * Seconds that garbage collection took until now, which are part of those on the clock. Tells
   * nothing of collectors that work beside the program.
   */
  double collectionSeconds() {
    return (collectionTime() - collectionBegun) / 1e3;
  }

  /** The most heap in use since the last measurement began, or since the process did, in MB. */
  public static long peakHeap() {
    return HEAP.stream().map(MemoryPoolMXBean::getPeakUsage).mapToLong(MemoryUsage::getUsed).sum()
        >> 20;
  }

  private static long collectionTime() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
