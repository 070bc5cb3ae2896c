//! Athletes, squads, devices, settings.

use chrono::{DateTime, Utc};
use domain::athlete::{Athlete, Device, DeviceStamp, Squad};
use domain::id::{AthleteId, SquadId};
use domain::settings::Settings;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{damaged, read, read_code, read_json, read_opt, read_time};

struct AthleteRow {
    id: String,
    name: String,
    sex: Option<String>,
    born: Option<String>,
    zone: String,
    squad_id: Option<String>,
    unassigned: bool,
}

impl TryFrom<AthleteRow> for Athlete {
    type Error = StoreFault;

    fn try_from(row: AthleteRow) -> Result<Athlete, StoreFault> {
        Ok(Athlete {
            id: read("athlete", &row.id)?,
            name: row.name,
            sex: row.sex.map(|sex| read_code("athlete", sex)).transpose()?,
            born: read_opt("athlete", row.born.as_deref())?,
            zone: row.zone,
            squad: read_opt::<SquadId>("athlete", row.squad_id.as_deref())?,
            unassigned: row.unassigned,
        })
    }
}

impl Roster {
    /// Every athlete by name, the stand-in for unassigned files included.
    ///
    /// # Errors
    /// What the database says.
    pub async fn athletes(&self) -> Result<Vec<Athlete>, StoreFault> {
        sqlx::query_as!(
            AthleteRow,
            r#"SELECT id, name, sex, born, zone, squad_id, unassigned AS "unassigned: bool"
               FROM athlete ORDER BY name COLLATE NOCASE, id"#
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(Athlete::try_from)
        .collect()
    }

    /// One athlete.
    ///
    /// # Errors
    /// What the database says.
    pub async fn athlete(&self, id: AthleteId) -> Result<Option<Athlete>, StoreFault> {
        let id = id.to_string();
        sqlx::query_as!(
            AthleteRow,
            r#"SELECT id, name, sex, born, zone, squad_id, unassigned AS "unassigned: bool"
               FROM athlete WHERE id = ?"#,
            id
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?
        .map(Athlete::try_from)
        .transpose()
    }

    /// Every squad by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn squads(&self) -> Result<Vec<Squad>, StoreFault> {
        sqlx::query!("SELECT id, name FROM squad ORDER BY name COLLATE NOCASE, id")
            .fetch_all(&mut *self.reader().await?)
            .await?
            .into_iter()
            .map(|row| Ok(Squad { id: read("squad", &row.id)?, name: row.name }))
            .collect()
    }

    /// An athlete's devices, in the order they became known.
    ///
    /// # Errors
    /// What the database says.
    pub async fn devices(&self, athlete: AthleteId) -> Result<Vec<Device>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query!(
            "SELECT id, maker, product, serial, first_seen FROM device AS d
             WHERE athlete_id = ? AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = d.batch_id) ORDER BY clock",
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let serial = row.serial.map(u32::try_from).transpose().map_err(|e| damaged("device", &e))?;
            Ok(Device {
                id: read("device", &row.id)?,
                athlete,
                stamp: DeviceStamp { maker: row.maker, product: row.product, serial },
                first_seen: read_time("device", &row.first_seen)?,
            })
        })
        .collect()
    }

    /// Whose device this is: the newest owner of the same maker, product and serial. A stamp without a serial number
    /// is nobody's.
    ///
    /// # Errors
    /// What the database says.
    pub async fn device_owner(&self, stamp: &DeviceStamp) -> Result<Option<AthleteId>, StoreFault> {
        let Some(serial) = stamp.serial.map(i64::from) else { return Ok(None) };
        let owner = sqlx::query_scalar!(
            "SELECT athlete_id FROM device AS d
             WHERE serial = ? AND maker IS ? AND product IS ?
               AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = d.batch_id)
             ORDER BY clock DESC LIMIT 1",
            serial,
            stamp.maker,
            stamp.product
        )
        .fetch_optional(&mut *self.reader().await?)
        .await?;
        read_opt("device", owner.as_deref())
    }

    /// An athlete's dated settings, in the order they were entered: of two for one day, the later counts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn settings(&self, athlete: AthleteId) -> Result<Vec<Settings>, StoreFault> {
        let id = athlete.to_string();
        sqlx::query_scalar!(
            r#"SELECT settings AS "settings!: String" FROM visible_settings WHERE athlete_id = ? ORDER BY clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .iter()
        .map(|text| read_json("athlete_settings", text))
        .collect()
    }

    /// All settings with who entered them and when, in the order they were entered. Rows and their journal line are one
    /// transaction, so that the line is the first whose clock is later than the row's.
    ///
    /// # Errors
    /// What the database says.
    pub async fn settings_entered(
        &self,
        athlete: AthleteId,
    ) -> Result<Vec<(Settings, Option<(String, DateTime<Utc>)>)>, StoreFault> {
        let id = athlete.to_string();
        let rows = sqlx::query!(
            r#"SELECT s.settings AS "settings!: String", j.author AS "author?", j.at AS "at?" FROM visible_settings AS s
               LEFT JOIN journal AS j ON j.clock = (SELECT MIN(clock) FROM journal WHERE clock > s.clock)
               WHERE s.athlete_id = ? ORDER BY s.clock"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        rows.into_iter()
            .map(|row| {
                let at = row.at.map(|at| read_time("journal", &at)).transpose()?;
                Ok((read_json("athlete_settings", &row.settings)?, row.author.zip(at)))
            })
            .collect()
    }
}
