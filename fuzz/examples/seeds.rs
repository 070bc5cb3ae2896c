//! Writes small files of every format into `fuzz/corpus`, from which fuzzing starts.

use std::error::Error;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::entered::EnteredActivity;
use domain::sport::Sport;
use exchange::{Content, out};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};

const PWX: &str = r#"<?xml version="1.0"?><pwx xmlns="http://www.peaksware.com/PWX/1/0" version="1.0"><workout>
<sportType>Bike</sportType><time>2026-03-01T06:30:00</time><summarydata><beginning>0</beginning><duration>3</duration>
</summarydata><segment><summarydata><beginning>0</beginning><duration>3</duration></summarydata></segment>
<sample><timeoffset>0</timeoffset><hr>120</hr><spd>8</spd><pwr>200</pwr><cad>88</cad><dist>0</dist><lat>0.4</lat><lon>23.7</lon>
<alt>200</alt></sample><sample><timeoffset>1</timeoffset><hr>121</hr><spd>8</spd><pwr>210</pwr></sample></workout></pwx>"#;

const SML: &str = r#"<?xml version="1.0"?><sml xmlns="http://www.suunto.com/schemas/sml"><DeviceLog><Header><Activity>Running</Activity>
<DateTime>2026-03-01T06:30:00</DateTime><Duration>3</Duration><Distance>9</Distance></Header><Device><Name>Watch</Name>
<SerialNumber>1</SerialNumber></Device><R-R><Data>800 810 790</Data></R-R><Samples><Sample><Time>0</Time><HR>2</HR><Speed>3</Speed>
<Distance>0</Distance><UTC>2026-03-01T06:30:00Z</UTC></Sample><Sample><Time>1</Time><HR>2.1</HR></Sample></Samples></DeviceLog></sml>"#;

const ZWO: &str = r#"<workout_file><name>Two by ten</name><description>x</description><sportType>bike</sportType><workout>
<Warmup Duration="600" PowerLow="0.4" PowerHigh="0.7"/><IntervalsT Repeat="2" OnDuration="600" OffDuration="300" OnPower="1"
OffPower="0.5"/><SteadyState Duration="60" Power="0.6"/><FreeRide Duration="60"/><Cooldown Duration="300" PowerLow="0.6"
PowerHigh="0.3"/></workout></workout_file>"#;

const APPLE: &str = r#"<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData (Record*)>]><HealthData locale="en">
<Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" sourceName="Watch" unit="ms" startDate="2026-03-01 06:30:00 +0100"
endDate="2026-03-01 06:31:00 +0100" value="61"/><Record type="HKQuantityTypeIdentifierRestingHeartRate" sourceName="Watch"
unit="count/min" startDate="2026-03-01 00:00:00 +0100" endDate="2026-03-01 23:00:00 +0100" value="48"/>
<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" startDate="2026-02-28 23:00:00 +0100"
endDate="2026-03-01 06:30:00 +0100" value="HKCategoryValueSleepAnalysisAsleepCore"/>
<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" totalDistance="5"
totalDistanceUnit="km" startDate="2026-03-01 07:00:00 +0100" endDate="2026-03-01 07:30:00 +0100"/></HealthData>"#;

const HRM: &str = "[Params]\r\nVersion=106\r\nSMode=111110100\r\nDate=20260301\r\nStartTime=06:30:05.5\r\nLength=00:00:20.0\r\n\
Interval=5\r\n\r\n[Note]\r\nwindy\r\n[IntTimes]\r\n00:00:08.0\t1\t2\t3\t4\r\n0\r\n0\r\n0\t60\r\n0\r\n[Trip]\r\n1\r\n[HRData]\r\n\
120\t360\t90\t210\t250\t12851\r\n0\t180\t0\t211\t0\t0\r\n";

const BEATS: &str = "[Params]\nVersion=106\nSMode=0\nDate=20260301\nStartTime=06:30:05\nLength=00:00:03\nInterval=238\n[HRData]\n800\n810\n";

const ERG: &str = "[COURSE HEADER]\nVERSION = 2\nDESCRIPTION = x\nFTP = 250\nMINUTES WATTS\n[END COURSE HEADER]\n[COURSE DATA]\n\
0\t100\n10\t150\n10\t250\n20\t250\n20\t125\n25\t125\n25\t250\n35\t250\n35\t125\n40\t125\n[END COURSE DATA]\n";

const TABLES: [&str; 7] = [
    "athlete,date,source,rmssd,resting-hr,sleep,mood\nAda Fell,2026-03-01,strap,60,48,7:30,4\nBo Lind,2026-03-01,,55,\"50\",8,x\n",
    "date, time, HR,AVNN,SDNN,rMSSD,HRV4T_Recovery_Points, sleep_quality, sleep_time,sickness\n2026-13-03,07:00,48,1,80,61,8,5.0,07:30,not sick\n",
    "Member,Date,Type,HRV,lnRmssd,Rmssd,Sdnn,HR\nAda,2026-03-01,readiness,57,3.7,40.87,61.9,50.5\n",
    "Tag;HF Ruhe;Schlaf\n01.03.2026;48;450\n02.03.2026;47;430\n",
    "Minutes,Torq (N-m),Km/h,Watts,Km,Cadence,Hrate,ID\n0.05,1,36,200,0.03,90,120,0\n0.1,1,18,0,0.055,0,0,1\n",
    ",ibi_s,day,time\n1,0.8,1,23:59:58\n2,0.81,1,23:59:59\n4,0.9,2,00:01:00\n",
    "RR\n800\n810\n790\n",
];

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let start: DateTime<Utc> = "2026-03-01T06:30:00Z".parse()?;
    let ride = sample::ride(start, 20, Some(200));
    let parsed = exchange::read("ride.fit", &ride)?;
    let Some(Content::Activity { recording, .. }) = parsed.contents.into_iter().next() else {
        return Err("the sample ride holds no activity".into());
    };
    let fit = vec![ride.clone(), sample::ride(start, 3, None), out::fit(&recording)];

    // The first byte chooses the name, in the order of the target's list.
    let mut xml = vec![chosen(0, &out::tcx(&recording)), chosen(2, PWX.as_bytes()), chosen(3, SML.as_bytes())];
    xml.extend(out::gpx(&recording).map(|bytes| chosen(1, &bytes)));
    xml.extend([chosen(4, ZWO.as_bytes()), chosen(5, APPLE.as_bytes())]);

    let entered = EnteredActivity {
        sport: Sport::Strength,
        start_local: start.naive_utc(),
        minutes: 42.5,
        rpe: None,
        distance: None,
        sets: Vec::new(),
        comment: Some("x".to_owned()),
    };
    let mut tables: Vec<Vec<u8>> = TABLES.iter().map(|text| chosen(0, text.as_bytes())).collect();
    tables.push(chosen(0, &out::csv(&recording)));
    tables.extend([chosen(3, HRM.as_bytes()), chosen(3, BEATS.as_bytes()), chosen(4, ERG.as_bytes())]);
    tables.push(chosen(6, &exchange::entered::write(&entered, "Ada Fell")));
    let inner = zipped(&[("Ada/rr.csv", TABLES[5].as_bytes()), ("ride.fit", &ride)])?;
    tables.push(chosen(7, &zipped(&[("inner.zip", &inner), ("x.hrm", HRM.as_bytes())])?));
    tables.push(chosen(7, &inner));
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(TABLES[0].as_bytes())?;
    tables.push(chosen(8, &packed.finish()?));

    for (target, seeds) in [("fit", fit), ("xml", xml), ("tables", tables)] {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        for (at, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{at:02}")), seed)?;
        }
        println!("{} seeds in {}", seeds.len(), folder.display());
    }
    Ok(())
}

fn chosen(first: u8, bytes: &[u8]) -> Vec<u8> {
    [&[first], bytes].concat()
}

fn zipped(entries: &[(&str, &[u8])]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
